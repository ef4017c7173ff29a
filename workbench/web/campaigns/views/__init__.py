"""The pages of campaigns: `making` and following them, `judging` what they hand out, `deciding` where that differs."""
