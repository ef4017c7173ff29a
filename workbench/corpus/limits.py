"""How long things may be, in code points. Doors and actions read the bounds from here.

What a file can hold is held to the same bounds, written once more in `interchange.limits`, which may not know the
corpus; a test holds the two together.
"""

TITLE = 300
SLUG = 80
LINE = 300
SIGLUM = 20
REFERENCE = 100
DIVISION = 800
LEVELS = 8
NUMBERING = 40
ADDRESS = 2_000
NOTE = 10_000
VARIANT = 250_000
REASON = 1_000
COMMENT = 20_000
CATEGORY = 60
LABEL = 40
LABELS = 20  # of a thread, in number
SEVERITY = 20
EQUIVALENCE = 200
STANDING_RULES = 2_000  # of a workspace, in number
TERMS = 5_000  # of a work or a workspace, in number
MARK = 40  # of a rule of style
STYLE_RULES = 300  # of a work or a workspace, in number
RENDERINGS = 50  # of a term, in number
SEARCH = 200
PLACED_TEXT = 500_000
PLACED_TOGETHER = 500_000
PLACED_PASSAGES = 3_000
STEPS = 5_000
