"""The views of discussions: of threads with what is decided in them, and of comments with their anchors.

They may decide nothing.
"""
