"""An index of the words of all texts, kept by the database's own engine and fed with our own terms.

SQLite keeps it in FTS5 (`sqlite`), PostgreSQL in a `tsvector` with GIN (`postgresql`); neither cuts or folds a word
itself. The index gives candidates, too many rather than too few and in one order; `workbench.text.concordance` decides.
`indexing` keeps it true, `candidates` asks it. Which texts it holds, and at which version, is said by `IndexedText`.
"""
