"""Views of placing: a draft on its way to a work, and passages that share out their words anew."""
