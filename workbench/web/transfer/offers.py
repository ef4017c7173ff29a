"""The files that may be had of a work: by what they are wanted for, with what each leaves out."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from workbench.accounts.models import User
from workbench.corpus.models import Work
from workbench.interchange.errors import FormatError
from workbench.interchange.registry import FORMATS, Format
from workbench.review.transfer import choose_translations, export_work, find_slow_ways, is_large, stream_file
from workbench.web.transfer.aims import AIMS, Aim, Choice

__all__ = ["Offer", "OfferedAim", "offered_aims"]

Telling = Callable[[Format, str], Sequence[str]]


@dataclass(frozen=True, slots=True)
class Offer:
    """A format in one way, what it would leave out, and why it cannot be had, if it cannot.

    `takes_long`: nobody can wait for it, so it is prepared by a job.
    """

    choice: Choice
    format: Format
    losses: Sequence[str]
    obstacle: str
    takes_long: bool
    sigla: Sequence[str]

    @property
    def query(self) -> str:
        """What the address of the file says after its path."""
        asked = [("apparatus", self.choice.way)] if self.choice.way else []
        asked += [("translation", siglum) for siglum in self.sigla]
        return f"?{urlencode(asked)}" if asked else ""

    @property
    def is_told_later(self) -> bool:
        """Whether what it leaves out is found only when it is made."""
        return self.takes_long and not self.losses


@dataclass(frozen=True, slots=True)
class OfferedAim:
    """What a file is wanted for, with the files that serve it."""

    aim: Aim
    offers: Sequence[Offer]

    @property
    def extensions(self) -> list[str]:
        """What their names end with, each once."""
        return list(dict.fromkeys(one.format.extensions[0] for one in self.offers))


def offered_aims(user: User, work: Work, sigla: Sequence[str]) -> list[OfferedAim]:
    """Return all aims with what is offered for them. Raises `Invalid` for a siglum that no translation has."""
    tell = _telling_of_large(user, work, sigla) if is_large(work) else _telling(user, work, sigla)
    ways = {(one.format_name, one.way) for aim in AIMS for one in aim.choices}
    slow = find_slow_ways(work=work, sigla=sigla, ways=ways)
    told = {(name, way): _told(tell, FORMATS[name], way) for name, way in sorted(ways)}

    def offer(choice: Choice) -> Offer:
        file = choice.format_name, choice.way
        return Offer(choice, FORMATS[choice.format_name], *told[file], file in slow, sigla)

    return [OfferedAim(aim, [offer(one) for one in aim.choices]) for aim in AIMS]


def _told(tell: Telling, form: Format, way: str) -> tuple[Sequence[str], str]:
    """Return what is left out, and what is in the way."""
    try:
        return tell(form, way), ""
    except FormatError as error:
        return (), str(error)


def _telling(user: User, work: Work, sigla: Sequence[str]) -> Telling:
    whole = export_work(actor=user, work=work)
    document = choose_translations(whole, sigla) if sigla else whole
    return lambda form, way: (*document.warnings, *form.losses_with(document, way))


def _telling_of_large(user: User, work: Work, sigla: Sequence[str]) -> Telling:
    """Of a work that no request can hold, what most formats leave out is said when they are made."""

    def tell(form: Format, way: str) -> Sequence[str]:
        is_known = form.streaming and not way
        return stream_file(actor=user, work=work, format_name=form.name, sigla=sigla).losses if is_known else ()

    return tell
