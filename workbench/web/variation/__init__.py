"""How far translations part: strokes, kinship as a tree and a map, passages in the order of their variation.

Drawings are values with coordinates; templates draw them. Nothing here measures: measures come from the corpus.
"""
