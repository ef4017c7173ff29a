"""Views of files: brought and taken at once, or by jobs. They load and authorise, call one action, answer."""
