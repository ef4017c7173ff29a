"""The WSGI application for `public_readers`: each answer says by a header whether its page was made before."""

from collections.abc import Callable, Iterable
from threading import local
from typing import Any

from workbench.wsgi import application as served  # it loads the apps

# isort: split
from workbench.web.public.kept import Kept, Page, State

__all__ = ["application"]

_now = local()
_find = Kept.find


def _find_and_tell(kept: Kept, address: str, state: State) -> Page | None:
    page = _find(kept, address, state)
    _now.kept = "yes" if page else "no"
    return page


Kept.find = _find_and_tell  # type: ignore[method-assign, assignment]


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    """Answer as the workbench does."""
    _now.kept = "never"

    def start(status: str, headers: list[tuple[str, str]], *more: Any) -> Any:
        return start_response(status, [*headers, ("X-Kept", _now.kept)], *more)

    answer: Iterable[bytes] = served(environ, start)
    return answer
