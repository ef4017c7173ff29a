"""Words looked for in all texts."""
