"""Finding what matters in a work: its differences by type and weight, and what the checks found.

Words are found in `search`; how far translations part as a whole is `variation`'s.
"""
