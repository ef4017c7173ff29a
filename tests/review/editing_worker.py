"""One of several processes that edit the same variant: `python -m tests.review.editing_worker VARIANT EDITOR EDITS`.

Edits until `EDITS` of them were acknowledged, starting over from the present text whenever somebody else was first,
and prints the acknowledged revisions as JSON: number -> text.
"""

import json
import os
import sys

import django

if __name__ == "__main__":
    django.setup()

    from django.db import OperationalError

    from workbench.accounts.models import User
    from workbench.corpus.models import Variant
    from workbench.review.actions import revise_variant
    from workbench.review.errors import Stale

    pk, username, edits = int(sys.argv[1]), sys.argv[2], int(sys.argv[3])
    editor = User.objects.get(username=username)
    acknowledged: dict[int, str] = {}
    refused = 0
    while len(acknowledged) < edits:
        variant = Variant.objects.get(pk=pk)
        text = f"Edit {len(acknowledged)} of process {os.getpid()}"
        try:
            written = revise_variant(actor=editor, variant=variant, version=variant.version, text=text)
        except (Stale, OperationalError):  # somebody was first, or has been at it for longer than one waits
            refused += 1
            continue
        acknowledged[written.version] = text
    sys.stdout.write(json.dumps({"acknowledged": acknowledged, "refused": refused}))
