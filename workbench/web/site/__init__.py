"""What every page does alike, whatever it is about: who may see it, how addresses and forms are read, refusals.

No page of its own but those for what went wrong. Nothing here may know a subject: what a text, a difference or a
discussion looks like is said above.
"""
