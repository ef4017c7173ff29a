"""Forms: which fields a page asks for. What may be entered is decided by the actions."""

from workbench.web.forms.base import PageForm

__all__ = ["PageForm"]
