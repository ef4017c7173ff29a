"""Tags and filters of the templates: how values are written, and where things lead. No queries, no rules."""
