"""Views of people and workspaces: load and authorise, one call, respond. They may decide nothing."""
