"""What was noticed while a file was read."""

from collections.abc import Callable

from django.utils.translation import gettext_noop, ngettext

__all__ = ["COUNTED", "SENTENCES"]

SENTENCES = (
    gettext_noop("There is no column of references: the passages are matched by their order."),
    gettext_noop("This is no valid XLIFF: %(told_complaint)s (%(place)s)."),
    gettext_noop("two units of a file have one id"),
    gettext_noop("two files have one id"),
    gettext_noop("two groups of a file have one id"),
    gettext_noop("a file holds no unit and no group"),
    gettext_noop("a code names a unit as its sub-flow that is not there"),
    gettext_noop("there is no element %(name)s"),
    gettext_noop("its module has no element %(name)s"),
    gettext_noop("%(name)s has no id"),
    gettext_noop("%(name)s holds nothing"),
    gettext_noop("a skeleton is either here or elsewhere (href)"),
    gettext_noop("%(name)s has no source"),
    gettext_noop("%(name)s is no type of codes"),
    gettext_noop("subType does not belong to its type"),
    gettext_noop("%(name)s is no type of annotations"),
    gettext_noop("a comment says its words in value or leads to a note by ref, one of the two"),
    gettext_noop("%(name)s is no id"),
    gettext_noop("%(name)s has a style (fs) that may not be"),
    gettext_noop("%(name)s has an attribute of another program"),
    gettext_noop("%(name)s stands without %(other)s"),
    gettext_noop("there is a %(name)s and the file does not say its language (%(other)s)"),
    gettext_noop("white space counts in the source and not in its target, or the other way round"),
    gettext_noop("two elements %(name)s have one id"),
    gettext_noop("an element of another program stands in %(name)s where none may"),
    gettext_noop("the language of a %(name)s is another than %(other)s says"),
    gettext_noop("two elements of another program have one id"),
    gettext_noop("%(name)s has no attribute %(other)s"),
    gettext_noop("%(name)s may not stand in %(other)s"),
    gettext_noop("%(name)s says %(value)s, which is none of %(names)s"),
    gettext_noop("%(name)s stands behind what it has to stand before"),
    gettext_noop("a reference inside the file is not written as one"),
    gettext_noop("a comment leads to a note that is not in its unit"),
    gettext_noop("two segments, codes or annotations of a unit have one id"),
    gettext_noop("a code names an original (dataRef) that is not there"),
    gettext_noop("cp stands for a character that XML can hold, or for none"),
    gettext_noop("an end of a code says where it begins (startRef), or that it is alone (isolated, with an id)"),
    gettext_noop("an annotation begins that does not end"),
    gettext_noop("a code is a copy (copyOf) of one that is not there or may not be copied, or has an original besides"),
    gettext_noop("a code begins that does not end in its unit, or says wrongly that it does (isolated)"),
    gettext_noop("a code ends before it begins"),
    gettext_noop("a code that may not be moved may be copied or deleted"),
    gettext_noop("a row of codes that may not be moved has no first one (firstNo)"),
    gettext_noop("a target has lost a code that may not be deleted"),
    gettext_noop("a target has moved codes that may not be moved"),
    gettext_noop("the beginning and the end of a code may not be treated alike (canCopy, canDelete …)"),
    gettext_noop("an annotation ends that did not begin before it"),
    gettext_noop("paragraphs rem"),
    gettext_noop("places of notes that stand outside of notes"),
    gettext_noop("verses of another chapter that a bridge goes to"),
    gettext_noop("what %(name)s means"),
    gettext_noop("%(name)s outside of the text"),
    gettext_noop("%(name)s, which another form stands for"),
    gettext_noop("In %(some)s rows a mark is not closed, or around nothing (line %(lines)s): it goes on to the end."),
    gettext_noop("tags end that did not begin, or begin and do not end (bpt, ept)"),
    gettext_noop("This is no valid TMX: in %(some)s segments %(told_rest)s."),
    gettext_noop("no text in %(language)s, which the file says it translates from"),
    gettext_noop("%(some)s units have more than one text in %(language)s: the next is %(siglum)s."),
    gettext_noop("Headings that no paragraph follows are left out: %(names)s."),
    gettext_noop("the text is the one before them, and each is a suggestion on it"),
    gettext_noop("the text is the one before them"),
    gettext_noop("the text is the one after them, as if all were accepted"),
    gettext_noop("the texts before and after them are two translations"),
    gettext_noop("There is no text in the document."),
    gettext_noop("Only the first sheet is read; there are %(more)s more: %(names)s."),
    gettext_noop("Comments on cells are not read; a column called comment is."),
    gettext_noop("Between the cells stands %(sign)s, not a TAB as the name of the file says."),
    gettext_noop(
        "The first line looks like a passage, not like names: it is read as one, and the columns "
        "are called %(names)s. If it names the columns, say so."
    ),
    gettext_noop("The first line looks like a passage, not like names. Say that there is no header if it is one."),
    gettext_noop("The column %(name)s is not read; name the columns to be taken if it is a text."),
    gettext_noop("The column %(name)s is not read."),
    gettext_noop("No numbering was found: the whole text is one passage, called 0."),
    gettext_noop(
        "%(some)s of %(all)s passages begin with a number (%(first)s to %(last)s). Say that a "
        "passage is a numbered point, and these become the references."
    ),
    gettext_noop("Numbers are missing: %(names)s."),
    gettext_noop(
        "The numbering begins anew %(told_times)s, first at line %(line)s: passages are called by"
        " part and number, %(names)s …"
    ),
    gettext_noop("once"),
    gettext_noop("twice"),
    gettext_noop("headings that no verse follows"),
    gettext_noop("headings that no passage follows"),
    gettext_noop("notes that no verse follows"),
    gettext_noop("notes and page breaks that no passage follows"),
    gettext_noop("notes outside of the text"),
    gettext_noop("empty notes"),
    gettext_noop("words before the first chapter"),
    gettext_noop("words outside of books"),
    gettext_noop("second beginnings of a verse: its texts are joined"),
    gettext_noop("ends of notes that are not there"),
    gettext_noop("ends of marks that had ended before"),
    gettext_noop("ends of %(name)s without a beginning"),
    gettext_noop("what the marker %(name)s means, which is not known"),
    gettext_noop("attributes of %(name)s"),
    gettext_noop("milestones and figures outside of the text"),
    gettext_noop("where references lead"),
    gettext_noop("titles of chapters in attributes"),
    gettext_noop("quotation marks that the end of q implies"),
    gettext_noop("links between passages that are not there"),
    gettext_noop("entries of an apparatus whose place is not found in one passage"),
    gettext_noop("readings that stand in another file"),
    gettext_noop("readings of witnesses that are not named where others are: they read as the lemma"),
    gettext_noop("words struck out (choose the text before the changes to read them)"),
    gettext_noop("words written in later (choose the text after the changes to read them)"),
    gettext_noop("Left out: %(told_what)s."),
)
COUNTED: tuple[Callable[[int], str], ...] = (
    lambda n: ngettext(
        "This is no valid XLIFF: %(told_complaint)s (%(place)s and %(number)s time more).",
        "This is no valid XLIFF: %(told_complaint)s (%(place)s and %(number)s times more).",
        n,
    ),
    lambda n: ngettext(
        "It breaks %(number)s more rule of XLIFF.",
        "It breaks %(number)s more rules of XLIFF.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s text stands for several passages, which are joined to the first: %(names)s.",
        "%(number)s texts stand for several passages, which are joined to the first: %(names)s.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s picture is left out.",
        "%(number)s pictures are left out.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s paragraph says that it is in another language (%(names)s); that is not kept.",
        "%(number)s paragraphs say that they are in another language (%(names)s); that is not kept.",
        n,
    ),
    lambda n: ngettext(
        "There is %(number)s tracked change: %(told_done)s.",
        "There are %(number)s tracked changes: %(told_done)s.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s table with another first row than the first table is not read.",
        "%(number)s tables with other first rows than the first table are not read.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s paragraph beside the table is not read.",
        "%(number)s paragraphs beside the table are not read.",
        n,
    ),
    lambda n: ngettext(
        "The words in text boxes are not read (%(number)s paragraph has some).",
        "The words in text boxes are not read (%(number)s paragraphs have some).",
        n,
    ),
    lambda n: ngettext(
        "%(number)s end of a paragraph was inserted or deleted; paragraphs are read as they stand.",
        "%(number)s ends of paragraphs were inserted or deleted; paragraphs are read as they stand.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s comment does not stand in a passage and is left out.",
        "%(number)s comments do not stand in a passage and are left out.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s place is not found in its text; the words are quoted in the comments.",
        "%(number)s places are not found in their texts; the words are quoted in the comments.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s cell holds a formula; what it showed last is read.",
        "%(number)s cells hold formulas; what they showed last is read.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s cell holds a number or a date, not a text; it is read as it is shown, if that is known.",
        "%(number)s cells hold numbers or dates, not texts; they are read as they are shown, if that is known.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s comment on a cell is not read; a column called comment is.",
        "%(number)s comments on cells are not read; a column called comment is.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s line looks like a running head or page number and is read as text; it can be left out: %(lines)s.",
        "%(number)s lines look like running heads or page numbers and are read as text; they can "
        "be left out: %(lines)s.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s line looks like a running head or page number and was left out: %(lines)s.",
        "%(number)s lines look like running heads or page numbers and were left out: %(lines)s.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s document was found by its head: %(names)s.",
        "%(number)s documents were found by their heads: %(names)s.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s paragraph of the page around them was left out: %(lines)s.",
        "%(number)s paragraphs of the page around them were left out: %(lines)s.",
        n,
    ),
    lambda n: ngettext(
        "This looks like %(number)s document. Say that it holds documents, and their heads become"
        " headings, and the page around them is left out.",
        "This looks like %(number)s documents. Say that it holds documents, and their heads "
        "become headings, and the page around them is left out.",
        n,
    ),
    lambda n: ngettext(
        "This looks like %(number)s document, with %(more)s paragraphs of a page around them. Say"
        " that it holds documents, and their heads become headings, and the page around them is "
        "left out.",
        "This looks like %(number)s documents, with %(more)s paragraphs of a page around them. "
        "Say that it holds documents, and their heads become headings, and the page around them "
        "is left out.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s line begins with a number that does not go on and was left among the words: %(lines)s.",
        "%(number)s lines begin with a number that does not go on and was left among the words: %(lines)s.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s time",
        "%(number)s times",
        n,
    ),
    lambda n: ngettext(
        "%(number)s passage stands for several numbers: %(names)s.",
        "%(number)s passages stand for several numbers: %(names)s.",
        n,
    ),
    lambda n: ngettext(
        "Left out: %(told_what)s, %(number)s time.",
        "Left out: %(told_what)s, %(number)s times.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s other file in the archive is not read.",
        "%(number)s other files in the archive are not read.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s entry is fuzzy; its translation is read as it stands.",
        "%(number)s entries are fuzzy; their translations are read as they stand.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s obsolete entry is left out.",
        "%(number)s obsolete entries are left out.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s target is marked as approved; here only people of the workspace approve.",
        "%(number)s targets are marked as approved; here only people of the workspace approve.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s note on units is not read.",
        "%(number)s notes on units are not read.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s mark stands on no words: the text is empty.",
        "%(number)s marks stand on no words: the text is empty.",
        n,
    ),
    lambda n: ngettext(
        "%(number)s row says that a rater found nothing: its text is kept, that it was looked at is not.",
        "%(number)s rows say that a rater found nothing: their texts are kept, that they were looked at is not.",
        n,
    ),
)
