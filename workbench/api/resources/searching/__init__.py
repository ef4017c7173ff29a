"""Words looked for in all texts. What is found, and in what order, is said by the corpus."""
