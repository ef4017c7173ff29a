"""What a file does not carry of a work."""

from collections.abc import Callable

from django.utils.translation import gettext_noop, ngettext

__all__ = ["COUNTED", "SENTENCES"]

SENTENCES = (
    gettext_noop("Headings of verses that have no text of their own"),
    gettext_noop("References written otherwise (Gen 1:1)"),
    gettext_noop("Texts whose white space becomes single spaces"),
    gettext_noop("Headings of verses that have no text of their own"),
    gettext_noop("Marks that are cut where others or lines begin or end"),
    gettext_noop("What is said of the work itself is not carried."),
    gettext_noop("The language is not carried."),
    gettext_noop("The references are not carried."),
    gettext_noop("Passages with blank lines, or with numbers at line starts, read back otherwise."),
    gettext_noop("The names of the levels of the work are not carried."),
    gettext_noop("The passages come back in another order."),
    gettext_noop("The threads come back in another order."),
    gettext_noop("A work without texts is not carried."),
    gettext_noop("The translations are not carried: there is no passage to name them at."),
    gettext_noop("What is written cannot be read again: %(told_reason)s"),
    gettext_noop("A table needs at least one translation."),
    gettext_noop("An e-book needs at least one passage."),
    gettext_noop("XLIFF needs at least one translation."),
    gettext_noop("A Word document needs at least one translation."),
    gettext_noop("An OpenDocument text needs at least one translation."),
    gettext_noop("Expected at least one verse."),
    gettext_noop("%(reference)s is no verse. Expected book, chapter and verse, like Gen 1:1."),
)
COUNTED: tuple[Callable[[int], str], ...] = (
    lambda n: ngettext(
        "%(number)s thread without words is not carried.",
        "%(number)s threads without words are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s mark that touches or covers another of its kind becomes one with it.",
        "%(number)s marks that touch or cover another of their kind become one with it.",
        n,
    ),
    lambda n: ngettext(
        "Role, translator, year, citation, rights and other details of %(number)s translation are not carried.",
        "Role, translator, year, citation, rights and other details of %(number)s translations are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread is not carried.",
        "%(number)s threads are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s group of translations is not carried.",
        "%(number)s groups of translations are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s derivation of translations is not carried.",
        "%(number)s derivations of translations are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s equivalence rule is not carried.",
        "%(number)s equivalence rules are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s correction of collations and links between words is not carried.",
        "%(number)s corrections of collations and links between words are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s heading is not carried.",
        "%(number)s headings are not carried.",
        n,
    ),
    lambda n: ngettext(
        "The place of %(number)s passage in the tree of the work is not carried, but for its reference.",
        "The place of %(number)s passages in the tree of the work is not carried, but for their references.",
        n,
    ),
    lambda n: ngettext(
        "Markup is not carried: %(kind)s, %(number)s time.",
        "Markup is not carried: %(kind)s, %(number)s times.",
        n,
    ),
    lambda n: ngettext(
        "Markup is not carried: %(number)s time.",
        "Markup is not carried: %(number)s times.",
        n,
    ),
    lambda n: ngettext(
        "The reference that %(number)s variant prints itself is not carried.",
        "The reference that %(number)s variants print themselves is not carried.",
        n,
    ),
    lambda n: ngettext(
        "The order of reading of %(number)s variant is not carried.",
        "The order of reading of %(number)s variants is not carried.",
        n,
    ),
    lambda n: ngettext(
        "The history of %(number)s variant is not carried.",
        "The history of %(number)s variants is not carried.",
        n,
    ),
    lambda n: ngettext(
        "How %(number)s variant came to its passage is not carried.",
        "How %(number)s variants came to their passages is not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s variant without text reads back as not entered.",
        "%(number)s variants without text read back as not entered.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s note stands behind its words, which are not marked.",
        "%(number)s notes stand behind their words, which are not marked.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s note loses its own mark or language; it is numbered.",
        "%(number)s notes lose their own mark or language; they are numbered.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s note loses the white space around it.",
        "%(number)s notes lose the white space around them.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread on the work as a whole is not carried.",
        "%(number)s threads on the work as a whole are not carried.",
        n,
    ),
    lambda n: ngettext(
        "Of %(number)s thread the words and the state are carried, one row; who wrote them, when,"
        " of which words it speaks, its category and suggestions are not.",
        "Of %(number)s threads the words and the state are carried, one row each; who wrote them,"
        " when, of which words they speak, their categories and suggestions are not.",
        n,
    ),
    lambda n: ngettext(
        "This format holds one work, the document has %(number)s. Choose one.",
        "This format holds one work, the document has %(number)s. Choose one.",
        n,
    ),
    lambda n: ngettext(
        "Plain text holds one translation, the work has %(number)s. Choose one.",
        "Plain text holds one translation, the work has %(number)s. Choose one.",
        n,
    ),
    lambda n: ngettext(
        "A PO file holds a source and one translation, the work has %(number)s. Choose two.",
        "A PO file holds a source and one translation, the work has %(number)s. Choose two.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s passage without text is left out.",
        "%(number)s passages without text are left out.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread becomes comments: of each the words alone, without people, dates, "
        "states, places, suggestions.",
        "%(number)s threads become comments: of each the words alone, without people, dates, "
        "states, places, suggestions.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread becomes notes: each comment one of its own, with its author, without "
        "dates, states, places and suggestions.",
        "%(number)s threads become notes: each comment one of its own, with its author, without "
        "dates, states, places and suggestions.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread without comments is left out.",
        "%(number)s threads without comments are left out.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s place whose words are gone keeps its words only.",
        "%(number)s places whose words are gone keep their words only.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s place loses that its words were changed.",
        "%(number)s places lose that their words were changed.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s place loses what became of it before.",
        "%(number)s places lose what became of them before.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread takes author and moment from its first comment.",
        "%(number)s threads take author and moment from their first comments.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread loses its category, severity or assignee.",
        "%(number)s threads lose their category, severity or assignee.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread loses its labels or the day it is due.",
        "%(number)s threads lose their labels or the day they are due.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread loses that it is in progress, or will not be dealt with: it is open.",
        "%(number)s threads lose that they are in progress, or will not be dealt with: they are open.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread stands at the first of its places only.",
        "%(number)s threads stand at the first of their places only.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread loses what became of its words.",
        "%(number)s threads lose what became of their words.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s suggestion that is decided, or lies in another, is not carried.",
        "%(number)s suggestions that are decided, or lie in another, are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s deleted comment is left out.",
        "%(number)s deleted comments are left out.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread stands below its passage or on top to be read; it does not come back.",
        "%(number)s threads stand below their passages or on top to be read; they do not come back.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s mark that touches another of its kind becomes one with it.",
        "%(number)s marks that touch another of their kind become one with it.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s mark that touches or covers another of its kind becomes one with it, or is parted.",
        "%(number)s marks that touch or cover another of their kind become one with it, or are parted.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s mark that touches or covers another of its kind becomes one with it.",
        "%(number)s marks that touch or cover another of their kind become one with it.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s mark in words that a suggestion changes is not carried.",
        "%(number)s marks in words that a suggestion changes are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread without words is not carried.",
        "%(number)s threads without words are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s other translation stands in notes, as far as it parts; it does not come back.",
        "%(number)s other translations stand in notes, as far as they part; they do not come back.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread is left out: it speaks of other translations.",
        "%(number)s threads are left out: they speak of other translations.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s translation comes back with another role, language, translator or siglum, or not at all.",
        "%(number)s translations come back with another role, language, translator or siglum, or not at all.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s passage comes back with another reference, or not at all.",
        "%(number)s passages come back with another reference, or not at all.",
        n,
    ),
    lambda n: ngettext(
        "The heading and path of %(number)s passage are not carried.",
        "The headings and paths of %(number)s passages are not carried.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s text comes back changed, without history or markup, or not at all.",
        "%(number)s texts come back changed, without history or markup, or not at all.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s thread comes back in part, or not at all: a mark has one comment, and no state.",
        "%(number)s threads come back in part, or not at all: a mark has one comment, and no state.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s group, derivation, equivalence rule or correction is not carried.",
        "%(number)s groups, derivations, equivalence rules and corrections are not carried.",
        n,
    ),
)
