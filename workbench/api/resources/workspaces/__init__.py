"""Workspaces, who is in them, and who was invited."""
