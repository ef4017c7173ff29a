"""The addresses under /api/v1/. All end with a slash; whatever is not here is a 404 problem."""

from django.urls import URLPattern, path, re_path, register_converter

from workbench.api.views import (
    collation,
    comments,
    comparison,
    docs,
    equivalences,
    other,
    passages,
    placements,
    realigning,
    searching,
    threads,
    transfer,
    translations,
    variants,
    variation,
    works,
)

app_name = "api"


class KeyConverter:
    """An id in an address: ASCII digits that a 64-bit integer holds."""

    regex = "[0-9]{1,18}"

    def to_python(self, value: str) -> int:
        """Return the number."""
        return int(value)

    def to_url(self, value: int) -> str:
        """Return its digits."""
        return str(value)


register_converter(KeyConverter, "key")

urlpatterns: list[URLPattern] = [
    path("me/", other.Me.as_view(), name="me"),
    path("works/", works.WorkList.as_view(), name="works"),
    path("works/<slug:slug>/", works.OneWork.as_view(), name="work"),
    path("works/<slug:slug>/export/", transfer.Export.as_view(), name="export"),
    path("works/<slug:slug>/placements/", placements.Placements.as_view(), name="placements"),
    path("works/<slug:slug>/variation/", variation.VariationOfWork.as_view(), name="variation"),
    path("translations/", translations.TranslationList.as_view(), name="translations"),
    path("translations/<key:key>/", translations.OneTranslation.as_view(), name="translation"),
    path("passages/", passages.PassageList.as_view(), name="passages"),
    path("passages/<key:key>/", passages.OnePassage.as_view(), name="passage"),
    path("passages/<key:key>/diff/", comparison.DiffOfPassage.as_view(), name="passage-diff"),
    path("passages/<key:key>/collation/", collation.CollationOfPassage.as_view(), name="collation"),
    path("variants/", variants.VariantList.as_view(), name="variants"),
    path("variants/<key:key>/", variants.OneVariant.as_view(), name="variant"),
    path("variants/<key:key>/revisions/", variants.RevisionList.as_view(), name="revisions"),
    path("variants/<key:key>/restore/", variants.Restore.as_view(), name="restore"),
    path("variants/<key:key>/confirm/", variants.Confirm.as_view(), name="confirm"),
    path("variants/<key:key>/realign/", realigning.Realign.as_view(), name="realign"),
    path("equivalences/", equivalences.EquivalenceList.as_view(), name="equivalences"),
    path("equivalences/preview/", equivalences.EquivalencePreview.as_view(), name="equivalence-preview"),
    path("equivalences/<key:key>/", equivalences.OneEquivalence.as_view(), name="equivalence"),
    path("equivalences/<key:key>/undo/", equivalences.Undo.as_view(), name="equivalence-undo"),
    path("diff/", comparison.DiffOfTexts.as_view(), name="diff"),
    path("search/", searching.Search.as_view(), name="search"),
    path("threads/", threads.ThreadList.as_view(), name="threads"),
    path("threads/<key:key>/", threads.OneThread.as_view(), name="thread"),
    path("threads/<key:key>/accept/", threads.Accept.as_view(), name="accept"),
    path("threads/<key:key>/undo/", threads.UndoAcceptance.as_view(), name="undo-acceptance"),
    path("threads/<key:key>/reject/", threads.Reject.as_view(), name="reject"),
    path("comments/", comments.CommentList.as_view(), name="comments"),
    path("comments/<key:key>/", comments.OneComment.as_view(), name="comment"),
    path("anchors/<key:key>/reattach/", comments.Reattach.as_view(), name="reattach"),
    path("imports/", transfer.ImportList.as_view(), name="imports"),
    path("imports/<key:key>/", transfer.OneImport.as_view(), name="import"),
    path("schema/", docs.Description.as_view(), name="schema"),
    path("docs/", docs.Docs.as_view(), name="docs"),
    re_path("", other.Nowhere.as_view(), name="nowhere"),
]
