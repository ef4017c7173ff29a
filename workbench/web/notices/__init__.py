"""The inbox: what others did where one takes part, and how much of it is new.

Nothing here may decide who is told of what.
"""
