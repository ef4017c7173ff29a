"""Views of works and their texts: load and authorise, one call, respond. Rules live in the data apps."""
