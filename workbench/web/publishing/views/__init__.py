"""The pages of frozen states: `making` for members, `reading` for whoever may read."""
