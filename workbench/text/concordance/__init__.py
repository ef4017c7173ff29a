"""Where words stand, as somebody asks for them: `terms` is what an index holds of a text, `query` reads what is asked,
`matching` says where a text has it. No database and no index lives here: an index may give candidates, `matching`
decides, so that whatever keeps the index gives the same answer.
"""

from workbench.text.concordance.matching import Matcher
from workbench.text.concordance.query import BadQuery, Query, Term, parse_query, with_rules
from workbench.text.concordance.terms import FOLDS, Terms, parts_of, read_terms, read_words
from workbench.text.concordance.vocabulary import (
    Distinctive,
    Vocabulary,
    count_phrases,
    count_vocabulary,
    find_avoided,
    find_distinctive,
    find_only_in,
)

__all__ = [
    "FOLDS",
    "BadQuery",
    "Distinctive",
    "Matcher",
    "Query",
    "Term",
    "Terms",
    "Vocabulary",
    "count_phrases",
    "count_vocabulary",
    "find_avoided",
    "find_distinctive",
    "find_only_in",
    "parse_query",
    "parts_of",
    "read_terms",
    "read_words",
    "with_rules",
]
