"""The command line: the third door beside pages and API. Files or standard input in; terminal, JSON or HTML out.

`main` knows the commands; those of the engine have a module each (`comparing`, `collating`, `aligning`, `placing`) and
know no Django and no database, so that they start at once. Every other word is a command of Django's (`managing`). What
they share: `reading` (files), `ignoring`, `marking` (words that come and go, in colours or signs), `hunks` (lines with
what stands around them), `grids` (tables on a terminal), `pages` (HTML).
"""
