"""Finding words in all texts that a person may see. What is found, and in what order, is said by the corpus."""
