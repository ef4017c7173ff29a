"""Finding words in all texts and comments that a person may see. What is found, and in what order, the corpus says.

`asking` reads the address, `lines` sets what was found, `tables` writes it as a file.
"""
