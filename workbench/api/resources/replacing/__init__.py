"""Words replaced across a work: /works/{slug}/replace/ and /replacements/{id}/undo/."""
