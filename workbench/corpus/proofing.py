"""What the checks find in words that somebody is typing: nothing is stored yet, neither the words nor what is found."""

from collections.abc import Sequence

from workbench.corpus.findings import choice_of
from workbench.corpus.glossary import glossary_of
from workbench.corpus.joining import Column
from workbench.corpus.measuring import read_texts
from workbench.corpus.models import Check, Passage, Translation
from workbench.corpus.surveying import find_in, usual_lengths, versions_in
from workbench.text.checking import Finding

__all__ = ["MOST", "proofread"]

MOST = 20_000  # characters of a passage in all translations that are looked at while somebody types


def proofread(passage: Passage, translation: Translation, text: str) -> list[Finding]:
    """Return what would be found in a text if it stood in a passage, the gravest first.

    Left out is what the work does not want checked and what was dismissed of these very words; of a passage of more
    than `MOST` characters nothing is said. A fixed number of queries.
    """
    columns = _with(read_texts([passage])[passage.pk], translation, text)
    if sum(len(said) for _, _, column in columns for said in column if isinstance(said, str)) > MOST:
        return []
    versions = versions_in(columns, usual_lengths(passage.work, [passage]))
    choice, dismissed = choice_of(passage.work), _dismissed(passage, translation)
    found = [one for one in find_in(versions, glossary_of(passage.work)) if one.witness == translation.pk]
    wanted = [one for one in found if one.kind not in choice.off and one.weight >= choice.least]
    return sorted(
        [one for one in wanted if (one.kind, one.words) not in dismissed], key=lambda one: (-one.weight, one.span.start)
    )


def _with(columns: Sequence[Column], translation: Translation, text: str) -> list[Column]:
    """Return the columns of a passage with a text in place of what a translation has there, by their ids."""
    joined = next((said[1:] for pk, _, said in columns if pk == translation.pk), ())
    others = [one for one in columns if one[0] != translation.pk]
    return sorted([*others, (translation.pk, translation.language, (text, *joined))], key=lambda one: one[0])


def _dismissed(passage: Passage, translation: Translation) -> set[tuple[str, str]]:
    rows = Check.objects.filter(passage=passage, variant__translation=translation, state=Check.State.DISMISSED)
    return set(rows.values_list("kind", "quote"))
