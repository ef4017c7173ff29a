"""Works, and finding the one that an address, a query or a body names. Knows nothing of the texts in it."""
