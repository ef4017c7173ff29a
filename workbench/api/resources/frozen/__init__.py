"""Frozen states of works: made, read as files, cited, shown to others."""
