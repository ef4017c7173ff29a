"""The line that names how words are cut cannot say the same of another cutting."""

from hashlib import sha256

from workbench.text.words import boundaries
from workbench.text.words.keys import read_keys
from workbench.text.words.segmentation import split_words
from workbench.text.words.signature import CUTTING, RULES, SIGNATURE, digest

_SAMPLE = (
    "N. I. Yezhov's “work.It” e.g. 3.14, 1,000.5; don't to-day co-\noperate 19th EU:s [sic] 1914-1918 −1918…",
    "Seven hundred twenty and five, a million of them, no. 5; l’homme, d'où, aujourd’hui.",
    "Ежов, т.е. 20-го «Жуковского» — ёлка; 1960-х.",
    "ἀλλ’ ἄνθρωπος· ᾿Αθῆναι; Ὁ ΣΟΦΟΣ.",
    "שלום רש״י צה\"ל הַמֶּלֶךְ", "رسالة إلى صديق، ١٢٣؛ می‌خواهم", "किताब कि की ज़रा १२", "தமிழ் மொழி", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ 𐍅𐌿𐌻𐍆",
    "中文没有空格。カタカナとひらがな", "ภาษาไทยไม่มีช่องว่าง", "ភាសាខ្មែរ", "한국어 낱말 👩‍👩‍👧 🇩🇪 #1",
)  # fmt: skip
_CUT = (1, "bb1e54d3")


def test_texts_of_many_scripts_are_cut_as_the_signature_says() -> None:
    """Where this fails, words are cut otherwise than before: count `RULES` up, and write both down here."""
    cut = [piece for text in _SAMPLE for piece in split_words(text, None)]
    keys = [f"{start}:{end}" for text in _SAMPLE[:6] for start, end in zip(*read_keys(text)[2:4], strict=True)]
    assert (RULES, sha256("\0".join(cut + keys).encode()).hexdigest()[:8]) == _CUT


def test_another_grammar_has_another_signature() -> None:
    assert digest([boundaries.TOKEN.pattern]) != digest([boundaries.TOKEN.pattern + "|#"])
    assert SIGNATURE.startswith(f"words:{CUTTING}|unicode:")
    assert CUTTING.split(".")[0] == str(RULES)
