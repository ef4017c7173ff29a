"""What happened: the log, to read and to follow. Nothing is written here: actions write it."""
