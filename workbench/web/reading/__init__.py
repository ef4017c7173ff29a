"""Reading translations side by side: the compare page, the table of the collation, the apparatus.

Which variants are shown and what parts them: values made from loaded rows. Nothing here writes, and the HTML of a text
is made by `typesetting.marking` alone.
"""
