"""Discussions: threads as cards, in the margin of texts and on pages of their own, and the queue of what waits.

What is written is written by `review.actions`. Nothing here may know on which page of texts a margin stands.
"""
