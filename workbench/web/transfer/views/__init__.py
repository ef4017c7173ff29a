"""Views of import and export: load and authorise, one call, respond. They may decide nothing."""
