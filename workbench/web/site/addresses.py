"""How the addresses of things begin, which the routes of several subjects share."""

__all__ = ["PASSAGE", "WORK", "WORKSPACE"]

WORKSPACE = "workspaces/<slug:slug>"
WORK = "works/<slug:workspace>/<slug:slug>"
PASSAGE = f"{WORK}/passages/<int:pk>"
