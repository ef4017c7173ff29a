"""The books of the Bible: their codes (USFM), and the names they go by in references."""

import re
from functools import lru_cache

__all__ = ["BOOKS", "book_of"]

_NAMES = """
GEN Gen Genesis Gn|EXO Exod Exodus Ex|LEV Lev Leviticus Lv|NUM Num Numbers Nm|DEU Deut Deuteronomy Dt|JOS Josh Joshua
JDG Judg Judges Jgs|RUT Ruth Ru|1SA 1Sam 1Samuel 1Sm|2SA 2Sam 2Samuel 2Sm|1KI 1Kgs 1Kings|2KI 2Kgs 2Kings
1CH 1Chr 1Chronicles 1Chron|2CH 2Chr 2Chronicles 2Chron|EZR Ezra|NEH Neh Nehemiah|EST Esth Esther|JOB Job Jb
PSA Ps Psalm Psalms Pss|PRO Prov Proverbs Prv|ECC Eccl Ecclesiastes Qoh|SNG Song SongofSongs SongofSolomon Cant
ISA Isa Isaiah Is|JER Jer Jeremiah|LAM Lam Lamentations|EZK Ezek Ezekiel Ez|DAN Dan Daniel Dn|HOS Hos Hosea
JOL Joel Jl|AMO Amos Am|OBA Obad Obadiah Ob|JON Jonah Jon|MIC Mic Micah Mi|NAM Nah Nahum Na|HAB Hab Habakkuk Hb
ZEP Zeph Zephaniah Zep|HAG Hag Haggai Hg|ZEC Zech Zechariah Zec|MAL Mal Malachi
MAT Matt Matthew Mt|MRK Mark Mk|LUK Luke Lk|JHN John Jn Joh|ACT Acts|ROM Rom Romans|1CO 1Cor 1Corinthians
2CO 2Cor 2Corinthians|GAL Gal Galatians|EPH Eph Ephesians|PHP Phil Philippians|COL Col Colossians
1TH 1Thess 1Thessalonians|2TH 2Thess 2Thessalonians|1TI 1Tim 1Timothy|2TI 2Tim 2Timothy|TIT Titus Ti
PHM Phlm Philemon|HEB Heb Hebrews|JAS Jas James|1PE 1Pet 1Peter|2PE 2Pet 2Peter|1JN 1John 1Jn|2JN 2John 2Jn
3JN 3John 3Jn|JUD Jude|REV Rev Revelation Apoc Rv
TOB Tob Tobit|JDT Jdt Judith|ESG AddEsth EsthGr|WIS Wis Wisdom|SIR Sir Sirach Ecclus|BAR Bar Baruch
LJE EpJer|S3Y PrAzar|SUS Sus Susanna|BEL Bel|1MA 1Macc 1Maccabees|2MA 2Macc 2Maccabees|3MA 3Macc|4MA 4Macc
1ES 1Esd|2ES 2Esd|MAN PrMan|PS2 AddPs|ODA Odes|PSS PssSol|EZA 4Ezra|5EZ 5Ezra|6EZ 6Ezra|DAG DanGr|LAO EpLao
"""
_ROWS = [row.split() for line in _NAMES.split("\n") for row in line.split("|") if row]

BOOKS = {row[0]: row[1] for row in _ROWS}
"""The name that OSIS has for each book, by its USFM code, in the order of the canon."""

_ROMAN = (("iii", "3"), ("ii", "2"), ("i", "1"))


def _folded(name: str) -> str:
    return re.sub(r"[\W_]", "", name.casefold())


_CODES = {_folded(name): row[0] for row in _ROWS for name in row}


@lru_cache(maxsize=4_096)
def book_of(name: str) -> str:
    """Return the USFM code of the book called so ("1 John", "I John", "1Jn", "Psalms"), "" for any other name."""
    folded = _folded(name)
    if found := _CODES.get(folded):
        return found
    for numeral, digit in _ROMAN:
        if re.match(rf"{numeral}[.\s]", name.casefold().lstrip()):
            return _CODES.get(digit + folded[len(numeral) :], "")
    return ""
