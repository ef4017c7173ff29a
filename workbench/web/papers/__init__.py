"""What the workbench says of itself to everybody: help for each reader, privacy, accessibility.

The texts lie in `texts/` as Markdown, so that they are read in the repository, too; nothing of what is stored is here.
"""
