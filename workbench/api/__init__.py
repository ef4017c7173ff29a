"""The REST API under /api/v1/, the door for scripts: `resources` holds a package for each subject, `protocol` below it
what all of them share, and `urls` puts their addresses together. No models, no rules, and nothing of the pages.
"""
