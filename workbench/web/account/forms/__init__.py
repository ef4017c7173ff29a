"""Forms of people and workspaces. What may be entered is decided by the actions."""
