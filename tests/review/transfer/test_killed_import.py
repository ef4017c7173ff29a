"""An import whose process is killed leaves nothing behind."""

import json
from pathlib import Path

import pytest

from tests.review.test_concurrency import database_url, finish, run

__all__ = ["database_url"]

MIGRATE = (
    "import django; django.setup(); from django.core.management import call_command as c; c('migrate', verbosity=0)"
)
COUNT = """
import json
import django; django.setup()
from workbench.accounts.models import User
from workbench.corpus.models import Passage, Revision, Translation, Variant, Work
print(json.dumps([model.objects.count() for model in (User, Work, Translation, Passage, Variant, Revision)]))
"""


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_an_import_that_is_killed_half_way_leaves_nothing(database_url: str, tmp_path: Path) -> None:
    finish(run(database_url, "-c", MIGRATE))
    worker = run(database_url, "-m", "tests.review.transfer.importing_worker", "6000")
    assert worker.stdout
    assert worker.stdout.readline() == "begun\n"
    worker.kill()
    worker.communicate()
    assert json.loads(finish(run(database_url, "-c", COUNT))) == [1, 0, 0, 0, 0, 0]
