"""What Word documents and OpenDocument texts have in common: paragraphs and tables, comments, tracked changes.

`pieces` has a paragraph as pieces of text, `elements` what a file of either kind is made of, `outline` what
lies in what in its XML; `tables` and `reading` make a document of it, with `discussions` for comments and changes;
`placing` and `setting` say where threads stand in a text that is written, `layout` in which order, `losses` what is
not carried. What the files themselves look like, their formats know.
"""
