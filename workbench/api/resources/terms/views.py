"""Glossaries: /works/{slug}/terms/, its import/, and /terms/{id}/."""

from django.db.models import QuerySet
from django.http import HttpResponse
from rest_framework.response import Response

from workbench.accounts.models import Scope, User
from workbench.api.protocol.base import ApiView
from workbench.api.protocol.lookups import find
from workbench.api.protocol.negotiation import IgnoreAccept
from workbench.api.protocol.operations import WorkspaceQuery, operation
from workbench.api.protocol.parsing import FormParser
from workbench.api.resources.terms.presenters import ImportedTermsShown, TermShown, show_imported, show_term
from workbench.api.resources.terms.schemas import NewTerm, NewTerms, TermChanges, TermQuery
from workbench.api.resources.works.lookups import find_work
from workbench.attachments import attachment
from workbench.corpus.actions import add_term, delete_term, edit_term, import_terms
from workbench.corpus.glossary import record_of, terms_of
from workbench.corpus.models import Term
from workbench.interchange.terminology import MEDIA, write_glossary

__all__ = ["OneTerm", "TermImport", "TermsOfWork"]

_EXAMPLE = {
    "words": "вредител*",
    "language": "ru",
    "renderings": [
        {"language": "en", "words": "wrecker*", "status": "wanted"},
        {"language": "en", "words": "spy", "status": "forbidden"},
    ],
}


class TermsOfWork(ApiView):
    """The glossary of a work."""

    content_negotiation_class = IgnoreAccept

    @operation(
        name="works_terms",
        summary="List the terms of a work",
        query=TermQuery,
        response=TermShown,
        is_list=True,
        media=("application/json", "text/csv", "application/x-tbx+xml"),
    )
    def get(self, slug: str) -> HttpResponse:
        """Its own and its workspace's, in the order in which they were made; as a file, by their words."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        name = self.asked["format"]
        if name == "json":
            return self.page(terms_of(work), show_term)
        data = write_glossary([record_of(one) for one in terms_of(work)], name)
        return attachment(data, f"{work.slug}-terms.{name}", MEDIA[name])

    @operation(
        name="works_terms_create",
        summary="Add a term",
        query=WorkspaceQuery,
        body=NewTerm,
        response=TermShown,
        status=201,
        scope=Scope.WRITE,
        refusals=(409,),
        example=_EXAMPLE,
    )
    def post(self, slug: str) -> Response:
        """Checks then find where it is not kept. For editors."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        given = {name: value for name, value in self.given.items() if name != "scope"}
        scope = work if self.given["scope"] == "work" else None
        term = add_term(actor=self.user, workspace=work.workspace, work=scope, **given)
        return self.created(show_term(find(_terms(self.user), term.pk)), "term", term.pk)


class TermImport(ApiView):
    """A glossary in a file."""

    parser_classes = (FormParser,)

    @operation(
        name="works_terms_import",
        summary="Import terms",
        query=WorkspaceQuery,
        body=NewTerms,
        response=ImportedTermsShown,
        scope=Scope.WRITE,
        takes="multipart/form-data",
    )
    def post(self, slug: str) -> Response:
        """All of the file or nothing: a term that is there takes the file's note and renderings. For editors."""
        work = find_work(self.user, slug, self.asked.get("workspace"))
        dry_run = self.given.get("dry_run") == "true"
        scope = work if self.given["scope"] == "work" else None
        data = self.given["file"].read()
        done = import_terms(actor=self.user, workspace=work.workspace, work=scope, data=data, dry_run=dry_run)
        return Response(show_imported(done, dry_run=dry_run))


class OneTerm(ApiView):
    """One term."""

    @operation(name="terms_read", summary="Read a term", response=TermShown)
    def get(self, pk: int) -> Response:
        """A term with its renderings."""
        return Response(show_term(find(_terms(self.user), pk)))

    @operation(
        name="terms_edit",
        summary="Edit a term",
        body=TermChanges,
        response=TermShown,
        scope=Scope.WRITE,
        is_guarded=True,
        refusals=(409,),
        example={"note": "A word of the law of 1934."},
    )
    def patch(self, pk: int) -> Response:
        """Change a term, its note or its renderings. For editors."""
        row = find(_terms(self.user), pk)
        row = edit_term(actor=self.user, term=row, version=self.version_held(row), changes=self.given)
        return Response(show_term(row))

    @operation(name="terms_delete", summary="Delete a term", status=204, scope=Scope.WRITE, is_guarded=True)
    def delete(self, pk: int) -> Response:
        """Take a term out of its glossary. For editors."""
        row = find(_terms(self.user), pk)
        delete_term(actor=self.user, term=row, version=self.version_held(row))
        return Response(status=204)


def _terms(user: User) -> QuerySet[Term]:
    rows: QuerySet[Term] = Term.objects.visible_to(user)
    return rows.select_related("workspace", "work", "created_by")
