"""What the pages show of threads: values made from loaded rows, with what the person before the page may do to each.

Only `cards_for` asks the database anything, with a number of queries that does not depend on the number of threads.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from html import unescape
from urllib.parse import quote

from django.urls import reverse
from django.utils import timezone
from django.utils.html import format_html, strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import Truncator
from django.utils.translation import gettext

from workbench.accounts.models import Role, User
from workbench.accounts.queries import roles_of
from workbench.corpus.models import Work
from workbench.notices.news import news_among
from workbench.review.anchoring import find_replacement
from workbench.review.citing import Cited, cite
from workbench.review.classification import DEFAULT, Lists, lists_of_all
from workbench.review.models import Anchor, Comment, Note, Suggestion, Thread
from workbench.review.offering import offer_for
from workbench.review.queries import latest_written, whole
from workbench.review.rendering import render_comment
from workbench.text import Anchor as Place
from workbench.text.words.languages import direction_of
from workbench.web.discussion.citing import NO_RULES, rules_of_threads
from workbench.web.discussion.replacements import Replacement, replacements_of

__all__ = [
    "AnchorCard",
    "CommentCard",
    "SuggestionCard",
    "ThreadCard",
    "cards_by_passage",
    "cards_for",
    "cards_on_work",
    "note_html",
]

ON_WORK = 10
"""As many discussions of a work as a whole are in sight on its page."""


@dataclass(frozen=True)
class AnchorCard:
    """The words a discussion speaks of, with what a page needs to set them."""

    anchor: Anchor

    @property
    def pk(self) -> str:
        """Its id, for the ids of fields."""
        return str(self.anchor.pk)

    @property
    def siglum(self) -> str:
        """The translation in which they stand."""
        return self.anchor.variant.translation.siglum

    @property
    def language(self) -> str:
        """The language tag for `lang`."""
        return self.anchor.variant.translation.language

    @property
    def direction(self) -> str:
        """The writing direction for `dir`."""
        return direction_of(self.language)

    @property
    def quoted(self) -> SafeString:
        """The words, quoted."""
        return self._quote(self.anchor.quote)

    @property
    def meant_quoted(self) -> SafeString:
        """The words that were meant before others were put among them, quoted."""
        return self._quote(self.anchor.meant)

    @property
    def offer_quoted(self) -> SafeString:
        """The words that stand in the place of lost ones now, quoted."""
        return self._quote(self.offer.quote if self.offer else "")

    @property
    def is_lost(self) -> bool:
        """Whether the words stand in the text no more."""
        return self.anchor.state == Anchor.State.ORPHANED

    @cached_property
    def offer(self) -> Place | None:
        """The words that stand in the place of lost ones now, where that is clear."""
        return offer_for(self.anchor)

    @property
    def is_changed(self) -> bool:
        """Whether other words were put among them, and nobody has said yet whether it speaks of these."""
        return self.anchor.state == Anchor.State.CHANGED

    def _quote(self, words: str) -> SafeString:
        return format_html('<q lang="{}" dir="{}">{}</q>', self.language, self.direction, words)


@dataclass(frozen=True, slots=True)
class SuggestionCard:
    """A proposed replacement of an anchor's words, and whether the person may decide it, or take it back."""

    suggestion: Suggestion
    anchor: Anchor
    replacement: Replacement
    can_decide: bool
    can_undo: bool

    @property
    def pk(self) -> str:
        """Its id, for the ids of fields."""
        return str(self.suggestion.pk)

    @property
    def is_open(self) -> bool:
        """Whether it waits for a decision."""
        return self.suggestion.state == Suggestion.State.OPEN

    @property
    def is_followed(self) -> bool:
        """Whether the text already reads as an open suggestion would have it."""
        return find_replacement(self.anchor, self.replacement.new) is not None

    @property
    def is_merged(self) -> bool:
        """Whether accepting it keeps what others changed in its words since it was made."""
        return self.is_open and self.replacement.new != self.suggestion.text

    @property
    def is_lost(self) -> bool:
        """Whether its words stand in the text no more, and it is not clear where others would go."""
        return self.anchor.state == Anchor.State.ORPHANED and not self.is_followed

    @property
    def is_unsure(self) -> bool:
        """Whether its words were changed, and somebody has to say first if it still means them."""
        return self.anchor.state == Anchor.State.CHANGED and not self.is_merged and not self.is_followed

    @property
    def decider(self) -> str:
        """Who accepted or rejected it."""
        decider = self.suggestion.decided_by
        return decider.signature(self.suggestion.decider_attributed_to) if decider else ""


@dataclass(frozen=True)
class CommentCard:
    """A comment as it is shown."""

    comment: Comment
    suggestion: SuggestionCard | None
    can_edit: bool
    can_delete: bool
    rules: Mapping[str, Cited] = field(default_factory=dict)

    @property
    def pk(self) -> str:
        """Its id, for the ids of fields."""
        return str(self.comment.pk)

    @cached_property
    def html(self) -> SafeString:
        """What was said, as safe HTML; made when it is asked for, for a list shows no more than how threads begin."""
        return mark_safe(cite(render_comment(self.comment.body), self.rules))  # noqa: S308 - made by the one sanitiser

    @cached_property
    def gist(self) -> str:
        """The first words, without markup."""
        return Truncator(unescape(strip_tags(self.html)).strip()).words(14)

    @property
    def author(self) -> str:
        """Who wrote it, as shown."""
        return self.comment.author.signature(self.comment.attributed_to)


@dataclass(frozen=True, slots=True)
class ThreadCard:
    """A discussion as it is shown to one person; `is_new`: others touched it since that person's last visit."""

    thread: Thread
    anchors: Sequence[AnchorCard]
    comments: Sequence[CommentCard]
    can_comment: bool
    can_decide: bool
    lists: Lists = DEFAULT
    is_new: bool = False

    @property
    def categories(self) -> list[tuple[str, str]]:
        """What it may be classified as, and what it is."""
        return _with(self.lists.category_choices, self.thread.category)

    @property
    def severities(self) -> list[tuple[str, str]]:
        """How grave it may be called, and how grave it is called."""
        return _with(self.lists.severity_choices, self.thread.severity)

    @property
    def category_label(self) -> str:
        """What people read for its category."""
        return self.lists.label_of(self.thread.category)

    @property
    def severity_label(self) -> str:
        """What people read for its severity."""
        return self.lists.label_of(self.thread.severity)

    @property
    def is_overdue(self) -> bool:
        """Whether it should have been settled before today."""
        due = self.thread.due_on
        return self.is_open and due is not None and due < timezone.localdate()

    @property
    def is_open(self) -> bool:
        """Whether something is left to do."""
        return not self.thread.is_settled

    @property
    def standing(self) -> str:
        """Where it stands, in a word that goes on in a sentence."""
        return Thread.State(self.thread.state).label.lower()

    @property
    def has_lost_words(self) -> bool:
        """Whether some of the words it speaks of stand in the text no more."""
        return any(anchor.is_lost for anchor in self.anchors)

    @property
    def has_changed_words(self) -> bool:
        """Whether somebody has to say if it still speaks of some of its words."""
        return any(anchor.is_changed for anchor in self.anchors)

    @property
    def standing_suggestions(self) -> list[SuggestionCard]:
        """The suggestions that wait for a decision."""
        return [one for comment in self.comments if (one := comment.suggestion) and one.is_open]

    @property
    def waits(self) -> str:
        """What waits, in a word."""
        return gettext("suggestion") if len(self.standing_suggestions) == 1 else gettext("suggestions")

    @property
    def pending(self) -> SuggestionCard | None:
        """The suggestion that waits for a decision, if it is the only one."""
        standing = self.standing_suggestions
        return standing[0] if len(standing) == 1 else None

    @property
    def box(self) -> str:
        """What the queue's box for it holds, as it is seen: the thread, its version, the suggestion that waits."""
        suggestion = [self.pending.suggestion.pk] if self.pending else []
        return ":".join(map(str, [self.thread.pk, self.thread.version, *suggestion]))

    @property
    def proposal(self) -> str:
        """What the suggestion that waits puts in place of the words, where the gist does not say so."""
        if self.pending is None or self.gist.startswith("→"):
            return ""
        return self.pending.replacement.new or gettext("(nothing instead)")

    @property
    def opener(self) -> str:
        """Who began it, as shown."""
        return self.thread.created_by.signature(self.thread.attributed_to)

    @property
    def gist(self) -> str:
        """How the discussion begins; the suggestion where it begins with nothing else."""
        first = next((comment for comment in self.comments if not comment.comment.deleted_at), None)
        if first is None:
            return ""
        return first.gist or (f"→ {first.suggestion.replacement.new}" if first.suggestion else "")

    @property
    def begins_at(self) -> int:
        """Where in their text the first of its words stand (code points); -1 where it speaks of no words there are."""
        return min((words.anchor.start for words in self.anchors if not words.is_lost), default=-1)

    @property
    def sigla(self) -> str:
        """The translations it speaks of, each once."""
        return ", ".join(dict.fromkeys(words.siglum for words in self.anchors))

    @property
    def place(self) -> str:
        """Where it stands, in the work: the passage's reference."""
        return self.thread.passage.reference if self.thread.passage else gettext("the work as a whole")

    @property
    def address(self) -> str:
        """Where it stands among the texts; of the work as a whole, the work's page."""
        work = self.thread.work
        page = "compare" if self.thread.passage else "work"
        at = f"?at={quote(self.place)}" if self.thread.passage else ""
        return f"{reverse(f'web:{page}', args=[work.workspace.slug, work.slug])}{at}#thread-{self.thread.pk}"

    @property
    def subject(self) -> str:
        """What it speaks of, in words."""
        if not self.anchors:
            return gettext("the passage") if self.thread.passage_id else gettext("the work as a whole")
        return f"{self.sigla}: {self.anchors[0].anchor.quote[:60]}"

    @property
    def replies(self) -> int:
        """The number of comments after the first."""
        return max(0, len(self.comments) - 1)


def note_html(note: Note) -> SafeString:
    """Return a private note as safe HTML."""
    return mark_safe(render_comment(note.body))  # noqa: S308 - made by the one sanitiser


def cards_for(user: User, threads: Iterable[Thread]) -> list[ThreadCard]:
    """Return cards of threads loaded by `review.queries.whole`, in their order."""
    loaded = list(threads)
    roles = roles_of(user)
    replaced = replacements_of(loaded)
    own = lists_of_all({thread.workspace_id for thread in loaded}) if loaded else {}
    cited = rules_of_threads(user, loaded)
    cards = [
        _card(
            user,
            thread,
            roles.get(thread.workspace_id),
            replaced,
            own.get(thread.workspace_id, DEFAULT),
            cited.get(thread.work_id, NO_RULES),
        )
        for thread in loaded
    ]
    news = news_among(user, loaded, now=timezone.now())
    return [replace(card, is_new=card.thread.pk in news) for card in cards]


def cards_by_passage(user: User, threads: Mapping[int, Sequence[Thread]]) -> dict[int, list[ThreadCard]]:
    """Return the cards of threads that are grouped by passage id, in the order of their words."""
    cards: dict[int, list[ThreadCard]] = {passage: [] for passage in threads}
    for card in cards_for(user, (thread for group in threads.values() for thread in group)):
        cards[card.thread.passage_id or 0].append(card)
    return {passage: sorted(group, key=lambda card: card.begins_at) for passage, group in cards.items()}


def cards_on_work(user: User, work: Work) -> list[ThreadCard]:
    """Return the newest unsettled discussions of a work as a whole, `ON_WORK` at most."""
    threads = Thread.objects.filter(work=work, passage=None, state__in=Thread.UNSETTLED)
    return cards_for(user, whole(threads).order_by("-updated_at", "-pk")[:ON_WORK])


def _with(choices: list[tuple[str, str]], name: str) -> list[tuple[str, str]]:
    """Return the choices and, where a list has it no more, what a thread has."""
    return choices if not name or name in dict(choices) else [*choices, (name, name)]


def _card(
    user: User,
    thread: Thread,
    role: str | None,
    replaced: Mapping[int, Replacement],
    lists: Lists,
    rules: Mapping[str, Cited],
) -> ThreadCard:
    rank = Role(role).rank if role else -1
    can_decide = rank >= Role.EDITOR.rank
    anchors = {anchor.pk: anchor for anchor in thread.anchors.all()}
    latest = latest_written(thread) if can_decide else None
    suggestions = {
        suggestion.comment_id: SuggestionCard(
            suggestion, anchors[suggestion.anchor_id], replaced[suggestion.pk], can_decide, suggestion == latest
        )
        for suggestion in thread.suggestions.all()
        if not suggestion.is_withdrawn
    }
    comments = [_comment(user, comment, rank, suggestions.get(comment.pk), rules) for comment in thread.comments.all()]
    return ThreadCard(
        thread,
        [AnchorCard(anchor) for anchor in thread.anchors.all()],
        comments,
        rank >= Role.REVIEWER.rank,
        can_decide,
        lists,
    )


def _comment(
    user: User, comment: Comment, rank: int, suggestion: SuggestionCard | None, rules: Mapping[str, Cited]
) -> CommentCard:
    own = comment.author_id == user.pk and not comment.attributed_to and rank >= Role.REVIEWER.rank
    there = comment.deleted_at is None
    return CommentCard(comment, suggestion, own and there, there and (own or rank >= Role.OWNER.rank), rules)
