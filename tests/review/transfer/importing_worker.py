"""A process that imports and is killed while at it: `python -m tests.review.transfer.importing_worker VARIANTS`.

Prints "begun" once half of the variants are written, and then waits inside the transaction.
"""

import sys
import time

import django

if __name__ == "__main__":
    django.setup()

    from tests.factories import make_user, make_workspace
    from workbench.interchange.document import (
        Document,
        PassageRecord,
        TranslationRecord,
        VariantRecord,
        WorkRecord,
    )
    from workbench.review.transfer import ImportOptions, import_document

    def wait_half_way(done: int, total: int) -> None:
        """Say that the import is under way, and stay there."""
        if done * 2 >= total:
            print("begun", flush=True)  # noqa: T201 - the parent reads it
            time.sleep(60)

    count = int(sys.argv[1])
    passages = tuple(PassageRecord(str(at), (VariantRecord("A", f"Text {at}"),)) for at in range(1, count + 1))
    work = WorkRecord(title="Killed", translations=(TranslationRecord("A"),), passages=passages)
    owner = make_user("owner")
    import_document(
        actor=owner,
        workspace=make_workspace(owner),
        document=Document((work,)),
        work=None,
        options=ImportOptions(),
        progress=wait_half_way,
    )
