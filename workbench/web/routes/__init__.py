"""Which address leads to which view, one list `ROUTES` for each part of the pages."""
