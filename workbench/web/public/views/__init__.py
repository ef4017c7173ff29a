"""Views for readers without an account: as those for members, with less."""
