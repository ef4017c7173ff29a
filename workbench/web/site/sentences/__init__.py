"""The sentences of packages that know no Django, as far as pages show them: to be translated (`telling`).

A value stands in a hole; what fills one called `told…` is a sentence or a name of these tables itself. `COUNTED` are
those with a number, which English may say in the plural of one thing too.
"""

from workbench.web.site.sentences import faults, formats, losses, placing, refusals, remarks, transfer

__all__ = ["COUNTED", "SENTENCES"]

_PARTS = (faults, formats, losses, placing, refusals, remarks, transfer)
SENTENCES = tuple(sentence for part in _PARTS for sentence in part.SENTENCES)
COUNTED = tuple(sentence for part in _PARTS for sentence in part.COUNTED)
