"""What the address of the search page asks for."""

from dataclasses import dataclass

from django.core.exceptions import BadRequest
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.http import urlencode
from django.utils.translation import gettext, gettext_lazy

from workbench.accounts.errors import Invalid
from workbench.accounts.models import Viewer
from workbench.corpus.models import Translation, Work
from workbench.corpus.searching import Search, read_search, translations_in
from workbench.text.concordance import FOLDS
from workbench.text.words.digits import read_digits
from workbench.text.words.lemmas import LEMMAS
from workbench.web.site.parameters import choose_one, refuse_unknown, split_listed

__all__ = ["FOLDINGS", "Asked", "read_asked"]

FOLDINGS = (
    ("case", gettext_lazy("capitals")),
    ("diacritics", gettext_lazy("accents")),
    ("punctuation", gettext_lazy("apostrophes and hyphens")),
    ("form", gettext_lazy("forms of letters")),
    ("rules", gettext_lazy("what the work's rules call equal")),
)
_KNOWN = {"q", "after", "workspace", "work", "translation", "language", "fold", "forms", "in", "view", "format"}


@dataclass(frozen=True, slots=True)
class Asked:
    """The address, read.

    `fold`: names of `FOLDINGS`; `forms`: written or lemmas; `kind`: texts or comments; `view`: lines or passages.
    """

    words: str
    after: int
    workspace: str
    work: str
    translation: str
    language: str
    fold: frozenset[str]
    forms: str
    kind: str
    view: str
    is_file: bool

    @property
    def knows_forms(self) -> bool:
        """Whether other forms of a word can be asked for here at all."""
        return LEMMAS != "off"

    @property
    def foldings(self) -> list[tuple[str, str, bool]]:
        """The choices of what is alike: name, label, whether it is chosen."""
        return [(name, str(label), name in self.fold) for name, label in FOLDINGS]

    def address(self, **changes: str) -> str:
        """Return the query of this search, or of one that differs by `changes`."""
        said = {
            "q": self.words,
            "workspace": self.workspace,
            "work": self.work,
            "translation": self.translation,
            "language": self.language,
            "fold": ",".join(sorted(self.fold)) or "none",
            "forms": self.forms,
            "in": self.kind,
            "view": self.view,
        }
        default = {
            "fold": ",".join(sorted(name for name, _ in FOLDINGS)),
            "in": "texts",
            "view": "lines",
            "forms": "written",
        }
        kept = {name: value for name, value in (said | changes).items() if value and value != default.get(name)}
        return urlencode(kept)

    def search(self, user: Viewer) -> Search:
        """Return what is looked for. Raises `Invalid` for no words, and for a work or translation that isn't there."""
        work = self._find_work(user)
        if self.forms == "lemmas" and work is None:
            raise Invalid.field("work", gettext("The short name of a work whose forms are counted is expected."))
        translations = self._find_translations(user, work)
        fold = FOLDS & self.fold
        rules_of = work if "rules" in self.fold else None
        forms_of = work if self.forms == "lemmas" else None
        works = None
        if work is not None:
            works = Work.objects.filter(pk=work.pk)
        elif self.workspace:
            works = Work.objects.visible_to(user).filter(workspace__slug=self.workspace)
        return read_search(
            self.words, fold, works=works, translations=translations, rules_of=rules_of, forms_of=forms_of
        )

    def _find_work(self, user: Viewer) -> Work | None:
        if not self.work:
            return None
        rows = Work.objects.visible_to(user).filter(slug=self.work)
        found = (rows.filter(workspace__slug=self.workspace) if self.workspace else rows).order_by("pk").first()
        if found is None:
            raise Invalid.field(
                "work", gettext("The short name of a work that you may see is expected."), code="unknown_work"
            )
        return found

    def _find_translations(self, user: Viewer, work: Work | None) -> QuerySet[Translation] | None:
        if not self.translation and not self.language:
            return None
        rows = Translation.objects.visible_to(user)
        if work is not None:
            rows = rows.filter(work=work)
        if self.translation:
            rows = rows.filter(siglum=self.translation)
        return translations_in(self.language, rows) if self.language else rows


def read_asked(query: QueryDict) -> Asked:
    """Read the address. Raises `BadRequest` for what it doesn't know."""
    refuse_unknown(query, _KNOWN)
    fold = split_listed(query.getlist("fold"))
    chosen = fold or [name for name, _ in FOLDINGS]
    names = [name for name, _ in FOLDINGS]
    if fold != ["none"] and (unknown := set(chosen) - {*names, "none"}):
        raise BadRequest(
            gettext("For “fold”, some of %(names)s are expected, not %(unknown)s.")
            % {"names": ", ".join(names), "unknown": ", ".join(sorted(unknown))}
        )
    return Asked(
        words=query.get("q", ""),
        after=read_digits(query.get("after", "")) or 0,
        workspace=query.get("workspace", "").strip(),
        work=query.get("work", "").strip(),
        translation=query.get("translation", "").strip(),
        language=query.get("language", "").strip(),
        fold=frozenset(chosen) - {"none"},
        forms=choose_one("forms", query.get("forms", "written"), ["written", "lemmas"]),
        kind=choose_one("in", query.get("in", "texts"), ["texts", "comments"]),
        view=choose_one("view", query.get("view", "lines"), ["lines", "passages"]),
        is_file=choose_one("format", query.get("format", "html"), ["html", "csv"]) == "csv",
    )
