"""The pages of frozen states: `making` for members, `publishing` an edition, `reading` for whoever may read."""
