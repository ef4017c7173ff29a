"""All variants of a passage as one table, with its apparatus. How far they part is `variation`'s."""
