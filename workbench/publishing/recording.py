"""Writing into the log what was done with frozen states, and with who reads a work."""

from collections.abc import Mapping

from workbench.accounts.models import User
from workbench.corpus.models import Showing
from workbench.journal.actions import Place, record
from workbench.journal.kinds import Kind
from workbench.publishing.models import FrozenState

__all__ = ["record_of_showing", "record_of_state"]

Values = Mapping[str, object] | None


def record_of_state(
    actor: User, kind: Kind, state: FrozenState, *, before: Values = None, after: Values = None
) -> None:
    """Record what was done with a frozen state."""
    place = Place(state.workspace_id, state.work_id)
    record(actor=actor, kind=kind, subject=state.pk, place=place, name=state.title, before=before, after=after)


def record_of_showing(actor: User, showing: Showing, *, before: Values, after: Values) -> None:
    """Record that somebody changed who reads a work."""
    place, name = Place(showing.workspace_id, showing.work_id), str(showing.work)
    record(
        actor=actor, kind=Kind.WORK_SHOWN, subject=showing.work_id, place=place, name=name, before=before, after=after
    )
