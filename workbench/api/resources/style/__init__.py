"""Style guides: /works/{slug}/style/ and /style-rules/{id}/."""
