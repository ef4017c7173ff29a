"""How texts and their differences are set: marked text, the words for differences, writing directions, excerpts.

`marking` is the only place where marks and words become HTML. No requests, no queries, no pages: values from texts, for
whoever shows them.
"""
