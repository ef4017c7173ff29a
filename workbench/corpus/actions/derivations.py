"""Which translation was made from which: all that there is of it, as a whole."""

from collections.abc import Iterable, Sequence

from workbench.corpus.errors import Invalid
from workbench.corpus.models import Derivation, Work
from workbench.interchange.document import DerivationRecord
from workbench.interchange.relations import leads_back

__all__ = ["check_derivations", "replace_derivations"]


def check_derivations(work: Work, derivations: Sequence[DerivationRecord]) -> None:
    """Raise `Invalid` for derivations that may not be: of translations that the work has, each said once, and none made
    from what was itself made from it.
    """
    known = set(work.translations.values_list("siglum", flat=True))
    sources: dict[str, set[str]] = {}
    for one in derivations:
        if unknown := [siglum for siglum in (one.siglum, one.source) if siglum not in known]:
            message = f"No translation is called {', '.join(unknown)}."
            raise Invalid.field("derivations", message, code="unknown_siglum")
        if one.kind not in Derivation.Kind.values:
            expected = ", ".join(Derivation.Kind.values)
            raise Invalid.field("derivations", f"One of {expected} is expected, not {one.kind}.", code="unknown_kind")
        if one.source in sources.get(one.siglum, ()):
            message = f"That {one.siglum} was made from {one.source} is said twice."
            raise Invalid.field("derivations", message, code="taken")
        if leads_back(one, sources):
            message = f"{one.siglum} cannot be made from {one.source}, which was made from it."
            raise Invalid.field("derivations", message, code="circle")
        sources.setdefault(one.siglum, set()).add(one.source)


def replace_derivations(work: Work, derivations: Iterable[DerivationRecord]) -> None:
    """Let a work have these derivations and no others; they were checked. The caller holds the transaction."""
    pks = dict(work.translations.values_list("siglum", "pk"))
    work.derivations.all().delete()
    Derivation.objects.bulk_create(
        Derivation(
            workspace_id=work.workspace_id,
            work=work,
            translation_id=pks[one.siglum],
            source_id=pks[one.source],
            kind=one.kind,
        )
        for one in derivations
    )
