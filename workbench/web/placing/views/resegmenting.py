"""Moving words of one translation between two neighbouring passages. The steps stand in the address until confirmed."""

from collections.abc import Sequence
from dataclasses import replace
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext, gettext_lazy, pgettext
from django.views.decorators.http import require_http_methods

from workbench.accounts.errors import NotAllowed, Refused
from workbench.accounts.models import Role
from workbench.accounts.permissions import require_role
from workbench.corpus.models import Passage, Variant, Work
from workbench.corpus.queries import passage_after, passage_before
from workbench.review.actions import (
    Neighbours,
    foresee_resegmenting,
    former_states,
    pair_up,
    resegment,
    take_back,
    take_pair_steps,
)
from workbench.review.errors import Invalid
from workbench.review.transfer.drafts import Draft, PlacingWishes
from workbench.review.transfer.proposals import Ground
from workbench.text.placing import Placing
from workbench.web.placing.rows import PlacedRow, direction_for, rows_of
from workbench.web.site.lookups import find_cell
from workbench.web.site.pages import PersonRequest, page, status_of
from workbench.web.site.parameters import posted_version

__all__ = ["show"]

MOST = 100
MOVED = gettext_lazy("Both passages have a new revision. “Shift text” offers to take it back.")
TAKEN_BACK = gettext_lazy("The move was taken back: both passages have the words they had before, as new revisions.")


@require_http_methods(["GET", "HEAD", "POST"])
@page
def show(request: PersonRequest, workspace: str, slug: str, pk: int, variant: int) -> HttpResponse:
    """Show two passages after the steps of the address; a POST of the same steps writes them, or takes them back.

    `?with=before` leads to the passage before and this one.
    """
    work, passage, row = find_cell(request.user, workspace, slug, pk, variant)
    require_role(request.user, work.workspace_id, Role.EDITOR)
    if request.GET.get("with") == "before":
        return _go_before(request, work, row)
    following = passage_after(passage)
    if following is None:
        raise Http404
    neighbour = following.variants.filter(translation=row.translation_id).first()
    error: Refused | None = None
    if request.method == "POST":
        try:
            _write(request, row, following)
        except NotAllowed:
            raise
        except Refused as refused:
            error = refused
        else:
            messages.success(request, TAKEN_BACK if "back" in request.POST else MOVED)
            return redirect("web:passage", workspace, slug, passage.pk)
    return _show(request, work, row, following, neighbour, error)


def _go_before(request: PersonRequest, work: Work, row: Variant) -> HttpResponse:
    before = passage_before(row.passage)
    if before is None:
        raise Http404
    first = before.variants.filter(translation=row.translation_id).first()
    if first is None:
        said = {"siglum": row.translation.siglum, "reference": before.reference}
        messages.error(request, gettext("Nothing of %(siglum)s is entered at %(reference)s yet.") % said)
        return redirect("web:passage", work.workspace.slug, work.slug, row.passage_id)
    return redirect("web:resegment", work.workspace.slug, work.slug, before.pk, first.pk)


def _write(request: PersonRequest, row: Variant, following: Passage) -> None:
    pair = Neighbours(
        row, posted_version(request.POST, "version"), following, posted_version(request.POST, "following_version")
    )
    reason = request.POST.get("reason", "")
    if "back" in request.POST:
        take_back(actor=request.user, pair=pair, reason=reason or "Took back a move of words")
    else:
        resegment(actor=request.user, pair=pair, steps=_steps(request), reason=reason)


def _show(
    request: PersonRequest,
    work: Work,
    row: Variant,
    following: Passage,
    neighbour: Variant | None,
    error: Refused | None,
) -> HttpResponse:
    steps, placing, refused = _take(pair_up(row, neighbour), _steps(request))
    error = error or refused
    ground = _ground(work, row, following)
    draft = _draft(work, row, placing)
    context = {
        "work": work,
        "passage": row.passage,
        "following": following,
        "variant": row,
        "neighbour": neighbour,
        "draft": draft,
        "ground": ground,
        "rows": _rows(draft, ground, may_swap=neighbour is not None),
        "steps": steps,
        **_foresee(row, neighbour, placing, steps),
        "direction": direction_for(row.translation.language),
        "beside_direction": direction_for(ground.beside.language),
        "address": reverse("web:resegment", args=[work.workspace.slug, work.slug, row.passage_id, row.pk]),
        "error": error,
    }
    return render(request, "web/placing/resegment.html", context, status=status_of(error) if error else 200)


def _take(before: Placing, steps: list[str]) -> tuple[list[str], Placing, Invalid | None]:
    """Return the steps that go, what they lead to, and why the last does not if it does not."""
    try:
        return steps, take_pair_steps(before, steps), None
    except Invalid as refused:
        return steps[:-1], take_pair_steps(before, steps[:-1]), refused


def _foresee(row: Variant, neighbour: Variant | None, placing: Placing, steps: Sequence[str]) -> dict[str, object]:
    """Return what becomes of the discussions by the steps, and how the last of them, or the last move, is undone."""
    fates = foresee_resegmenting(row, neighbour, placing) if steps else []
    return {
        "along": [fate.anchor.quote for fate in fates if fate.goal != fate.side],
        "lost": [fate.anchor.quote for fate in fates if fate.place is None],
        "may_take_back": not steps and former_states(row, neighbour) is not None,
        "undo": f"?{urlencode([('step', step) for step in steps[:-1]])}",
    }


def _ground(work: Work, row: Variant, following: Passage) -> Ground:
    """Return the two passages with the other translations' texts; where there is no other, with none."""
    passages = [row.passage, following]
    translations = list(work.translations.exclude(pk=row.translation_id).order_by("position")) or [row.translation]
    texts = dict(
        Variant.objects.filter(passage__in=passages, translation=translations[0]).values_list("passage_id", "text")
    )
    return Ground(passages, translations[:1], [[texts.get(passage.pk, "") for passage in passages]])


def _draft(work: Work, row: Variant, placing: Placing) -> Draft:
    wishes = PlacingWishes(row.translation.siglum, row.translation.language)
    return Draft(work.pk, None, wishes, (), placing, placing)


def _rows(draft: Draft, ground: Ground, *, may_swap: bool) -> list[PlacedRow]:
    """Return both rows with those of their buttons that leave every word with one of the two."""
    first, second = rows_of(draft, ground, (0, 1))
    merge = [one for one in first.deeds if one.step.startswith("merge")]
    swap = [one for one in first.deeds if one.step.startswith("swap") and may_swap]
    cut = [(name, buttons) for name, buttons in second.moves if name == pgettext("of a passage", "Start")]
    return [
        replace(first, moves=[], deeds=[*merge, *swap], is_confirmed=False),
        replace(second, moves=cut, deeds=[], is_confirmed=False),
    ]


def _steps(request: PersonRequest) -> list[str]:
    said = request.POST if request.method == "POST" else request.GET
    steps = said.getlist("step")
    if len(steps) > MOST:
        raise Invalid(gettext("At most %(most)s steps are expected.") % {"most": MOST}, code="too_many")
    return steps
