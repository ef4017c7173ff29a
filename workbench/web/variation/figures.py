"""What the variation page shows of a survey."""

from workbench.corpus.comparing import Survey
from workbench.web.variation.kinship import read_kin
from workbench.web.variation.ranking import read_ranked
from workbench.web.variation.state import VariationState
from workbench.web.variation.strokes import draw_strokes

__all__ = ["read_figures"]


def read_figures(survey: Survey, state: VariationState) -> dict[str, object]:
    """Return what a template shows of a survey."""
    kin = read_kin(state.translations, survey.distances)
    compared = {one.pk for group in kin for one in group.translations}
    return {
        "survey": survey,
        "ranked": read_ranked(survey, state),
        "kin": kin,
        "alone": [one for one in state.translations if one.pk not in compared],
        "has_standouts": any(group.is_drawn for group in kin),
        "strokes": survey.once("strokes", lambda: draw_strokes(survey.places)) if survey.mean is not None else [],
    }
