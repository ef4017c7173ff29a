"""The REST API under /api/v1/: load and authorise, one action or query, answer. No models, no rules."""
