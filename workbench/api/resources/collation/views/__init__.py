"""Handlers of collations: load and authorise, one call, answer."""
