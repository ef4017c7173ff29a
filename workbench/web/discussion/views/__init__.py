"""Views of discussions: load and authorise, one call, respond. They may decide nothing."""
