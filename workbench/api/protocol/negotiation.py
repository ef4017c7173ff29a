"""Which kind of response is sent, where the client's Accept header has no say."""

from typing import Any

from rest_framework.negotiation import DefaultContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

__all__ = ["IgnoreAccept"]


class IgnoreAccept(DefaultContentNegotiation):
    """The address or the query says the kind, so Accept is not asked; problems are still JSON."""

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """Return the first renderer."""
        return renderers[0], renderers[0].media_type
