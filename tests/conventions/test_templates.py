"""Templates can be read, and keep to the words where line breaks are shown."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
TEMPLATES = sorted(ROOT.glob("workbench/**/templates/**/*.html"))
LONGEST = 120
TEXT = re.compile(r'<(?!input|textarea)(\w+)\b[^>]*\bclass="(?:[^"]*\s)?text(?:\s[^"]*)?"[^>]*>')


def loose_texts(template: str) -> list[str]:
    """Return each text (an element of the class `text`) that has a line break of the template at one of its ends."""
    plain = re.sub(r"\{%.*?%\}", "", re.sub(r"\{\{.*?\}\}", "words", template))
    texts = [plain[found.end() :].partition(f"</{found[1]}")[0] for found in TEXT.finditer(plain)]
    return [text for text in texts if text.strip("\n ") != text]


def test_the_rule_finds_a_text_that_is_set_apart_from_its_element() -> None:
    apart = '<p lang="{{ a }}" class="text{% if b > 1 %} own{% endif %}">\n  {{ words }}\n</p>'
    assert loose_texts(apart) == ["\n  words\n"]
    assert not loose_texts('<p\n  class="text"\n  dir="{{ b }}"\n>{{ words }}</p> <p class="context">\n</p>')


def test_a_text_holds_nothing_but_its_words() -> None:
    found = {path.name: loose_texts(path.read_text(encoding="utf-8")) for path in TEMPLATES}
    assert {name: texts for name, texts in found.items() if texts} == {}


def test_lines_of_templates_are_no_longer_than_those_of_code() -> None:
    long = [
        f"{path.relative_to(ROOT)}:{number}"
        for path in TEMPLATES
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if len(line) > LONGEST
    ]
    assert long == []
