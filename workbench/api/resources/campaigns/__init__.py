"""Campaigns of judging: made, handed out, answered, counted."""
