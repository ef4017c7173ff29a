"""Checks: what a second reader would stop at, each finding with its place, its evidence and its weight.

The problem. A reviewer of a long text cannot read every word twice. Where several versions of it are at hand, they are
each other's readers: a number, a name, a denial that all others have otherwise, and a clause that they all have and one
lacks, are worth a look (`comparing`: the one against the many). Other slips a text shows by itself (`alone`): brackets
and quotes that do not close, words said twice, letters of another script. A name spelt two ways needs the whole
translation (`spelling`), and so does another name that is how it translates (`renderings`). A work's own glossary says
which words its terms want (`terms`).

What they cannot do. That versions agree tells little about style or fine meaning, and where all err alike nothing is
found; where only two are at hand, it is not known which of them errs. A finding is a question, never a verdict.

Pure: from texts to `Finding`s. What becomes of these is the corpus's (`corpus.checks`).
"""

from workbench.text.checking.alone import check_alone
from workbench.text.checking.comparing import compare_versions
from workbench.text.checking.findings import KINDS, Finding, Says, Version
from workbench.text.checking.renderings import count_renderings, is_usual
from workbench.text.checking.spelling import count_names, find_other_spellings
from workbench.text.checking.terms import (
    STATUSES,
    Entry,
    Glossary,
    Rendering,
    Standing,
    Status,
    check_terms,
    query_of,
)

__all__ = [
    "KINDS",
    "STATUSES",
    "Entry",
    "Finding",
    "Glossary",
    "Rendering",
    "Says",
    "Standing",
    "Status",
    "Version",
    "check_alone",
    "check_terms",
    "compare_versions",
    "count_names",
    "count_renderings",
    "find_other_spellings",
    "is_usual",
    "query_of",
]
