"""What reviewers think of variants, and what was decided where they differ."""
