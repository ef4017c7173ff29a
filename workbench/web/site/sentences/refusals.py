"""What is refused wherever something is written."""

from collections.abc import Callable

from django.utils.translation import gettext_noop

__all__ = ["COUNTED", "SENTENCES"]

SENTENCES = (
    gettext_noop("Somebody else changed this in the meantime; nothing was overwritten."),
    gettext_noop("Threads speak of this; it stays while they do."),
    gettext_noop("Lower-case letters, digits and hyphens are expected."),
    gettext_noop("Another one is expected."),
    gettext_noop("A position from 1 to %(most)s is expected."),
    gettext_noop("One of %(names)s is expected."),
    gettext_noop("At most %(most)s characters are expected; %(some)s were given."),
    gettext_noop("Some text is expected here."),
    gettext_noop("A single line without tabs is expected."),
    gettext_noop("A BCP 47 language tag is expected, such as en, de-CH or zh-Hans, or a name."),
    gettext_noop("A passage that is %(presence)s has no text of its own."),
    gettext_noop("No translation is called %(names)s."),
    gettext_noop("This needs the role %(role)s or a higher one in this workspace."),
)
COUNTED: tuple[Callable[[int], str], ...] = ()
