"""The words of the pages, out of sources and into catalogues; `python -m tests.messages` needs no gettext."""
