"""Which translation was made from which: all that there is of it, as a whole."""

from collections.abc import Iterable, Sequence

from django.utils.translation import gettext

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
            message = gettext("No translation is called %(unknown)s.") % {"unknown": ", ".join(unknown)}
            raise Invalid.field("derivations", message, code="unknown_siglum")
        if one.kind not in Derivation.Kind.values:
            expected = ", ".join(Derivation.Kind.values)
            raise Invalid.field(
                "derivations",
                gettext("One of %(expected)s is expected, not %(kind)s.") % {"expected": expected, "kind": one.kind},
                code="unknown_kind",
            )
        if one.source in sources.get(one.siglum, ()):
            message = gettext("That %(siglum)s was made from %(source)s is said twice.") % {
                "siglum": one.siglum,
                "source": one.source,
            }
            raise Invalid.field("derivations", message, code="taken")
        if leads_back(one, sources):
            message = gettext("%(siglum)s cannot be made from %(source)s, which was made from it.") % {
                "siglum": one.siglum,
                "source": one.source,
            }
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
