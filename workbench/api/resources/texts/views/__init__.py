"""The views of texts: of passages, translations and variants, and of the border between two passages.

They may decide nothing.
"""
