"""Which words of a running text belong to which passage: proposed, never written."""
