"""A linter of style sheets: what a formatter doesn't see and a browser passes over in silence.

`make style` (`python -m tests.style_sheets`) runs it over the project's own sheets. `properties.txt` lists what
Chromium 156 knows as a property; a test asks the browser at hand whether it knows each declaration as it stands.
"""
