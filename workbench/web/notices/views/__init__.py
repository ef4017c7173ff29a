"""The views of the inbox and of feeds."""
