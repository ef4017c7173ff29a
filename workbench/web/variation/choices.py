"""What can be chosen on the variation page, each choice with the address it leads to."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext, gettext_lazy

from workbench.corpus.comparing import group_by_language
from workbench.corpus.models import Translation
from workbench.web.reading.choices import Choice, choose_ignored, choose_translations
from workbench.web.variation.kinship import name_language
from workbench.web.variation.state import VariationState

__all__ = ["VariationChoices"]

_ORDERS: dict[str, Promise] = {
    "most": gettext_lazy("Most apart first"),
    "least": gettext_lazy("Nearest first"),
    "work": gettext_lazy("In their order"),
}


@dataclass(frozen=True, slots=True)
class VariationChoices:
    """The choices of a variation page in a given state; `translations` are all of the work."""

    state: VariationState
    translations: Sequence[Translation]

    @property
    def languages(self) -> Sequence[Choice]:
        """All languages, each by itself, or one of them; nothing to choose where only one can be compared."""
        counts = {tag: len(places) for tag, places in group_by_language(self.translations).items() if len(places) > 1}
        if len(counts) < 2:
            return []
        labels = {"": gettext("All languages")} | {
            tag: f"{name_language(tag)} ({count})" for tag, count in counts.items() if tag
        }
        whole = self.state.changed(is_whole=True, after=None)
        return [
            Choice(label, tag, self.state.language == tag, whole.changed(language=tag).query)
            for tag, label in labels.items()
        ]

    @property
    def scope(self) -> Iterable[Choice]:
        """The translations of the language chosen, those compared chosen."""
        groups = group_by_language(self.translations)
        places = groups[self.state.language] if self.state.language else range(len(self.translations))
        return choose_translations((self.translations[place] for place in places), self.state.translations)

    @property
    def ignorable(self) -> Iterable[Choice]:
        """What may make no difference."""
        return choose_ignored(self.state.ignore)

    @property
    def orders(self) -> Iterable[Choice]:
        """The orders of the list of passages."""
        for value, label in _ORDERS.items():
            query = self.state.changed(sort=value, after=None).query
            yield Choice(str(label), value, self.state.sort == value, query)

    @property
    def whole_query(self) -> str:
        """The same with all passages."""
        return self.state.changed(first=1, last=None, after=None).query
