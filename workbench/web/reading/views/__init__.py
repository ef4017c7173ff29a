"""Views of reading: what the address asks for, which rows, which template. They may not write."""
