"""Who reads a work without an account."""
