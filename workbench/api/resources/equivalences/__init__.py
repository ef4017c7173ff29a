"""Equivalent words: the rules, and what one would make equal. What a rule does is the text engine's."""
