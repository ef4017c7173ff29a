"""What each translation has for a word: /works/{slug}/renderings/, and the words of its own: /works/{slug}/words/."""
