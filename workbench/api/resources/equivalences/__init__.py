"""Words that count as the same: the rules, and what one would make equal."""
