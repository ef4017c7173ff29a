"""PostgreSQL as Django speaks to it, but for cursors: they end with a transaction, as a pooler wants it."""
