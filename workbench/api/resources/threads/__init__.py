"""Discussions: threads, comments, anchors and suggestions. Texts are changed through them by actions, never here."""
