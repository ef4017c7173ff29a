"""Equivalence rules of a work: seeing them, adding one (with a count of what it would make equal), undoing one.

What a rule does is said by the corpus and the engine. The suggestions beside a passage are made in `reading.pairing`.
"""
