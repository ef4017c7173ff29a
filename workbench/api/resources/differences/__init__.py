"""Where translations part, asked by type, pair and weight. How one pair compares word by word is `comparison`'s."""
