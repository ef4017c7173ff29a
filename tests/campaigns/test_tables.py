"""The figures of a campaign as a table."""

from workbench.campaigns.scoring import Result, Score
from workbench.campaigns.tables import write_results


def test_a_siglum_that_a_spreadsheet_would_run_is_escaped_and_a_negative_figure_is_not() -> None:
    score = Score("=1+1", 4, -0.5, (-0.75, -0.25))
    table = write_results(Result(4, [score], [], "interval", []))
    assert table.splitlines()[1] == "score,'=1+1,,4,-0.5000,-0.7500,-0.2500,"
