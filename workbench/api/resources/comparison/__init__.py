"""Two texts compared word by word, and how the words of a text are shown. More than two belong to `collation`."""
