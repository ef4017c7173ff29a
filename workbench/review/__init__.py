"""The discussion of the texts: threads, comments, anchors on words, suggestions and what became of them.

A comment never lies: when a text changes, an anchor follows its words or becomes a visible orphan, in the same
transaction.
"""
