"""What imports, exports and jobs say."""

from collections.abc import Callable

from django.utils.translation import gettext_noop, ngettext

__all__ = ["COUNTED", "SENTENCES"]

SENTENCES = (
    gettext_noop(
        "The file has a translation in %(language)s, called %(siglum)s; the work has %(names)s. "
        "Say which it is (%(one)s), or that it is new (%(other)s)."
    ),
    gettext_noop("The file has no translation %(siglum)s. Expected one of %(names)s."),
    gettext_noop("Two translations would be called %(siglum)s. Expected different names."),
    gettext_noop("%(part)s is not understood. Expected de=A; de 2=B, each once."),
    gettext_noop(
        "%(siglum)s has its passages in another order than the work (%(names)s): they are put "
        "beside those of the work, and the order of the file is kept as its own."
    ),
    gettext_noop("One of %(names)s is expected, not %(name)s."),
    gettext_noop("A file with discussions is expected to count as the work does."),
    gettext_noop("At most %(most)s rules may stand in a workspace; %(some)s do, the file has more."),
    gettext_noop("There is a work called %(name)s. Import into it, or give the new one another slug."),
    gettext_noop("A work of this workspace is expected."),
    gettext_noop("%(name)s has no apparatus."),
    gettext_noop("Restored revision %(name)s"),
    gettext_noop("Accepted a suggestion of %(name)s"),
    gettext_noop("Took back a suggestion of %(name)s"),
    gettext_noop("Replaced “%(first)s” by “%(second)s” across the work"),
    gettext_noop("Somebody else changed a text in the meantime; nothing was imported."),
    gettext_noop("Somebody else changed the work in the meantime; nothing was imported."),
    gettext_noop(
        "The file has %(some)s passages without references, the work has %(all)s. Expected as "
        "many, references in the file, or match by order to begin from the first."
    ),
    gettext_noop("The work has another text here."),
    gettext_noop("%(language)s, the language of %(siglum)s, is not known here. Is the tag meant so?"),
    gettext_noop("%(siglum)s is %(language)s in the file and %(other)s in the work, where nothing was changed."),
    gettext_noop("The work changed after you looked. Look once more before you confirm."),
    gettext_noop("This file is being imported already, or was thrown away."),
    gettext_noop("A file with one work is expected here; this one has %(some)s."),
    gettext_noop("A file with a work in it is expected."),
    gettext_noop("A title for the new work is expected."),
    gettext_noop("This can be said of a file with one translation; this one has %(some)s."),
    gettext_noop("A thread of %(name)s on %(reference)s is left out: its words are not in the work."),
    gettext_noop(
        "The numbering of %(siglum)s seems shifted from %(first)s to %(last)s: its %(right)s "
        "reads like %(left)s of %(beside)s."
    ),
    gettext_noop("There are %(some)s more such places in %(siglum)s."),
    gettext_noop(
        "%(reference)s of %(siglum)s seems to stand at the wrong place: it reads like %(other)s of %(beside)s."
    ),
    gettext_noop("So do %(some)s more passages of %(siglum)s."),
    gettext_noop("At most %(most)s imports, exports and deletions wait for one person. Try again when one is over."),
    gettext_noop("It is being deleted already."),
    gettext_noop("This is over already."),
    gettext_noop("The work is gone."),
    gettext_noop("The workbench failed. Nothing was changed."),
    gettext_noop("This file takes long to make. Let it be prepared, or take fewer translations."),
    gettext_noop("No Chromium on this machine: set CHROMIUM to its path."),
)
COUNTED: tuple[Callable[[int], str], ...] = (
    lambda n: ngettext(
        "%(number)s new passage is put where its reference belongs: %(names)s.",
        "%(number)s new passages are put where their references belong: %(names)s.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s new passage is put at the end of the work, from %(reference)s on.",
        "%(number)s new passages are put at the end of the work, from %(reference)s on.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s variant has another text in the work. Expected the choice to keep what stands"
        " there or to revise it.",
        "%(number)s variants have another text in the work. Expected the choice to keep what "
        "stands there or to revise it.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s reference is written otherwise in the work: %(names)s.",
        "%(number)s references are written otherwise in the work: %(names)s.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s variant has earlier revisions in the file; only new variants take them over.",
        "%(number)s variants have earlier revisions in the file; only new variants take them over.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread is classified as %(name)s, which is not on the workspace’s list; it keeps it.",
        "%(number)s threads are classified as %(name)s, which is not on the workspace’s list; they keep it.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s correction of a collation or link between words is left out: its words do not stand in the work.",
        "%(number)s corrections of collations and links between words are left out: their words do not stand in the "
        "work.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread is assigned to a name in the file and will be to nobody: %(names)s.",
        "%(number)s threads are assigned to names in the file and will be to nobody: %(names)s.",
        n,
    ),
)
