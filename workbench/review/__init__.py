"""The discussion of the texts: threads, comments, anchors on words, suggestions and what became of them.

A comment never lies: when a text changes, an anchor follows its words or becomes a visible orphan, in the same
transaction. So whatever changes a text goes through here. Nothing is made for showing but the HTML of a comment
(`rendering`): pages and responses are the doors'.
"""
