"""What happened: the log."""
