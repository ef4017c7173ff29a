"""What checks noted in English is told in the language of the page."""

from django.utils.translation import override

from workbench.web.typesetting.findings import retold


def test_a_note_is_told_in_the_language_of_the_page_with_its_words() -> None:
    with override("de"):
        assert retold("“cat” stands here alone.") == "„cat“ steht hier allein."
        assert retold("“a “b” c” is not wanted for “x”: “y”, “z” is.").startswith("„a “b” c“ ist für „x“ unerwünscht")
        assert retold("Spelt “Yezhov” 3 times elsewhere.") == "Anderswo 3-mal „Yezhov“ geschrieben."
    assert retold("“cat” stands here alone.") == "“cat” stands here alone."


def test_a_note_that_no_check_writes_stays_as_it_is() -> None:
    with override("ru"):
        assert retold("Quite 100 % otherwise.") == "Quite 100 % otherwise."
