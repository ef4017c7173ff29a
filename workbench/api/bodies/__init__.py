"""What clients send: the shapes of bodies and queries, one class each. They say what is well formed, and no more."""
