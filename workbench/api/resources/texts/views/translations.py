"""Translations: /translations/, /translations/{id}/."""

from rest_framework.response import Response

from workbench.accounts.models import Scope
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.operations import operation
from workbench.api.resources.texts.lookups import translations
from workbench.api.resources.texts.presenters import TranslationShown, show_translation
from workbench.api.resources.texts.schemas import NewTranslation, TranslationChanges, WorkRowsQuery
from workbench.api.resources.works.lookups import find_named_work, of_work
from workbench.corpus.actions import add_translation, delete_translation, edit_translation

__all__ = ["OneTranslation", "TranslationList"]


class TranslationList(ApiView):
    """The translations of a work, or of all works you may see."""

    @operation(
        name="translations_list",
        summary="List translations",
        query=WorkRowsQuery,
        response=TranslationShown,
        is_list=True,
    )
    def get(self) -> Response:
        """Translations by work, in their order there."""
        rows = of_work(translations(self.user), self.user, self.asked)
        return self.page(rows, show_translation, order=("work_id", "position"))

    @operation(
        name="translations_create",
        summary="Add a translation",
        body=NewTranslation,
        response=TranslationShown,
        status=201,
        scope=Scope.WRITE,
        example={"work": "a-letter", "siglum": "AB", "language": "en", "translator": "A. Body", "year": "1996"},
    )
    def post(self) -> Response:
        """Add a translation without texts to a work, at the end. For editors."""
        work = find_named_work(self.user, self.given)
        details = {name: value for name, value in self.given.items() if name not in {"work", "workspace"}}
        translation = add_translation(actor=self.user, work=work, **details)
        return self.created(show_translation(translation), "translation", translation.pk)


class OneTranslation(ApiView):
    """One translation."""

    @operation(name="translations_read", summary="Read a translation", response=TranslationShown)
    def get(self, pk: int) -> Response:
        """What is said of a translation."""
        return Response(show_translation(find(translations(self.user), pk)))

    @operation(
        name="translations_edit",
        summary="Edit a translation",
        body=TranslationChanges,
        response=TranslationShown,
        scope=Scope.WRITE,
        is_guarded=True,
        example={"translator": "Anna Body"},
    )
    def patch(self, pk: int) -> Response:
        """Change what is said of a translation. For editors."""
        row = find(translations(self.user), pk)
        row = edit_translation(actor=self.user, translation=row, version=self.version_held(row), changes=self.given)
        return Response(show_translation(row))

    @operation(
        name="translations_delete", summary="Delete a translation", status=204, scope=Scope.WRITE, is_guarded=True
    )
    def delete(self, pk: int) -> Response:
        """Delete a translation and its texts; refused while threads speak of its words. For owners."""
        row = find(translations(self.user), pk)
        delete_translation(actor=self.user, translation=row, version=self.version_held(row))
        return Response(status=204)
