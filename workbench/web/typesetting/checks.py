"""What the checks look for, as pages call it."""

__all__ = ["CHECK_WORDS"]

CHECK_WORDS = {
    "number": "a number that others have otherwise",
    "name": "a name that others have otherwise",
    "negation": "a denial on one side",
    "omission": "a clause left out",
    "word": "a word where all others agree on another",
    "untranslated": "left untranslated",
    "length": "length far off",
    "term": "a term not kept",
    "spelling": "a name spelt two ways",
    "script": "letters of two scripts in a word",
    "pasted": "text that stands twice",
    "doubled": "doubled words or spaces",
    "brackets": "brackets that do not close",
    "end": "no sign at the end",
}
