"""Which words a work wants and has: its glossary, what each translation has for a word, words replaced in all of it."""
