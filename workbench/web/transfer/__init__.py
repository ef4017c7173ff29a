"""Files in and out: an import with its preview, and exports.

Formats are read and written by `interchange`, works by `review.transfer`. Texts that must first be cut into passages
go to `placing`.
"""
