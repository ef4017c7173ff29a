"""Glossaries: /works/{slug}/terms/, its import/, and /terms/{id}/."""
