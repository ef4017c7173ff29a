"""What the translations of a file are called, said by who brings it."""

import pytest

from workbench.interchange.document import (
    AnchorRecord,
    CorrectionRecord,
    DerivationRecord,
    Document,
    GroupRecord,
    MarkRecord,
    PassageRecord,
    RuleRecord,
    ThreadRecord,
    TranslationRecord,
    VariantRecord,
    WorkRecord,
)
from workbench.interchange.errors import FormatError
from workbench.interchange.naming import is_named_by_language, parse_names, rename_translations


def document_called(one: str, other: str) -> Document:
    work = WorkRecord(
        translations=(TranslationRecord(one, "de"), TranslationRecord(other, "de")),
        passages=(PassageRecord("1", (VariantRecord(one, "Katze"), VariantRecord(other, "Kater"))),),
        threads=(ThreadRecord("1", (), anchors=(AnchorRecord(one, 1, 0, 5, "Katze"),)),),
        groups=(GroupRecord("g", members=(one, other)),),
        derivations=(DerivationRecord(other, one),),
        rules=(RuleRecord("a", "b", translations=(one, other)),),
        corrections=(CorrectionRecord("apart", "1", (MarkRecord(one, 0, 5, "Katze"),)),),
    )
    return Document((work,))


def test_a_translation_is_called_so_wherever_the_file_speaks_of_it() -> None:
    names = parse_names(" de = Luther; de 2=de ")
    assert rename_translations(document_called("de", "de 2"), names) == document_called("Luther", "de")


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ("de", "Expected de=A; de 2=B"),
        ("de=", "Expected de=A; de 2=B"),
        ("de=A; de=B", "each once"),
        ("fr=A", "The file has no translation fr. Expected one of de, de 2."),
        ("de=de 2", "Two translations would be called de 2."),
    ],
)
def test_what_is_not_understood_is_refused_at_its_field(said: str, told: str) -> None:
    with pytest.raises(FormatError) as caught:
        rename_translations(document_called("de", "de 2"), parse_names(said))
    (problem,) = caught.value.problems
    assert problem.where == "called"
    assert told in problem.message


def test_a_name_that_only_says_the_language_is_known() -> None:
    assert [is_named_by_language(*one) for one in (("de", "de"), ("de 2", "de"), ("A", "de"), ("de", ""))] == [
        True,
        True,
        False,
        False,
    ]
