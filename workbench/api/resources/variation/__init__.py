"""How far the translations of a work part, by passage and over all. Which words part is `comparison`'s."""
