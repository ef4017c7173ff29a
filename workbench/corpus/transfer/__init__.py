"""The texts of a neutral document into a work and back; discussions are `review.transfer`'s, which doors
call.

`plan` finds out what an import would do, without writing; `apply` does it, in the transaction of its caller;
`export` makes a document of a work. `report` says to a person what was or would be done.
"""

from workbench.corpus.transfer.apply import AppliedTexts, Progress, apply_texts
from workbench.corpus.transfer.attribution import Attribution
from workbench.corpus.transfer.corrections import apply_corrections, describe_left_out
from workbench.corpus.transfer.export import (
    count_untold,
    export_head,
    export_texts,
    stream_in_own_order,
    stream_passages,
)
from workbench.corpus.transfer.moments import moment_as_text
from workbench.corpus.transfer.options import ImportOptions
from workbench.corpus.transfer.plan import Change, TextPlan, plan_texts
from workbench.corpus.transfer.relations import apply_relations, check_relations
from workbench.corpus.transfer.report import Report, WorkReport, report_texts

__all__ = [
    "AppliedTexts",
    "Attribution",
    "Change",
    "ImportOptions",
    "Progress",
    "Report",
    "TextPlan",
    "WorkReport",
    "apply_corrections",
    "apply_relations",
    "apply_texts",
    "check_relations",
    "count_untold",
    "describe_left_out",
    "export_head",
    "export_texts",
    "moment_as_text",
    "plan_texts",
    "report_texts",
    "stream_in_own_order",
    "stream_passages",
]
