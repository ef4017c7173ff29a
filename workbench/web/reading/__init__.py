"""What the compare and passage pages show of texts: which variants, what parts them, and the marks that say so.

Values made from loaded rows; nothing here asks the database anything. The HTML itself is made by `web.marking`.
"""
