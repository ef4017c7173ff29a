"""Who you are, and how people and moments are shown everywhere. May know no other subject."""
