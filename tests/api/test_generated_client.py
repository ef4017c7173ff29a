"""A client that openapi-python-client generates: without a warning, and it runs the tutorial and an import."""

import importlib
import json
import subprocess
import sys
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from pytest_django.live_server_helper import LiveServer

from workbench.accounts.actions import make_token
from workbench.accounts.models import User
from workbench.api.protocol.openapi.describing import describe_api
from workbench.corpus.models import Work

pytestmark = pytest.mark.slow
NAME = "generated_workbench_client"


@pytest.fixture(scope="module")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Generate the client into a folder that can be imported from; return what was said meanwhile."""
    folder = tmp_path_factory.mktemp("client")
    (folder / "openapi.json").write_text(json.dumps(describe_api()))
    (folder / "config.yml").write_text("post_hooks: []\n")
    tool = Path(sys.executable).parent / "openapi-python-client"
    told: list[str | Path] = [
        "generate",
        "--path",
        folder / "openapi.json",
        "--meta",
        "none",
        "--config",
        folder / "config.yml",
    ]
    done = subprocess.run(
        [tool, *told, "--output-path", folder / NAME, "--fail-on-warning"],
        check=False,
        capture_output=True,
        text=True,
        timeout=300,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    sys.path.insert(0, str(folder))
    yield done.stdout + done.stderr
    sys.path.remove(str(folder))
    for name in [name for name in sys.modules if name.partition(".")[0] == NAME]:
        del sys.modules[name]


def part(name: str) -> Any:
    """Return a module of the client, or (a capital letter) one of its models."""
    if name[0].isupper():
        return getattr(importlib.import_module(f"{NAME}.models"), name)
    module: Any = importlib.import_module(f"{NAME}.{name}")
    return module


@pytest.fixture
def client(transactional_db: None, live_server: LiveServer, generated: str) -> Iterator[Any]:
    """Yield a client of a server with the demo, for its owner."""
    call_command("load_demo", verbosity=0)
    _, token = make_token(actor=User.objects.get(username="vera"), name="c", scopes=["write"], expires_at=None)
    maker = part("client").AuthenticatedClient
    with maker(base_url=live_server.url, token=token, raise_on_unexpected_status=True) as opened:
        yield opened


def test_it_is_generated_without_a_warning(generated: str) -> None:
    assert "arning" not in generated


def test_it_runs_the_tutorial(client: Any) -> None:
    passages = part("api.passages.passages_list").sync(client=client, work="yezhov", reference="13")
    passage = passages.results[0].id
    diff = part("api.passages.passages_diff").sync(passage, client=client, left="A", right="D")
    assert 0 < diff.similarity < 1
    assert diff.differences
    variant = part("api.variants.variants_list").sync(client=client, passage=passage).results[3].id
    body = part("NewCommentBody")(
        passage=passage,
        body="*predatel'* is *traitor*.",
        category="accuracy/mistranslation",
        severity="critical",
        anchors=[part("PlaceBody")(variant=variant, quote="chairman")],
        suggestion="traitor",
    )
    made = part("api.comments.comments_create").sync(client=client, body=body)
    said = part("api.comments.comments_list").sync(client=client, thread=made.thread)
    assert [comment.body for comment in said.results] == ["*predatel'* is *traitor*."]


def test_it_imports_a_file(client: Any) -> None:
    file = part("types").File(BytesIO(b"reference,A,B\n1,The cat sat.,The cat lay.\n"), "cat.csv", "text/csv")
    body = part("NewImportBody")(file=file, workspace="demo", title="The Cat")
    done = part("api.imports.imports_create").sync(client=client, body=body)
    assert done.report.works[0].passages_made == 1
    assert Work.objects.get(slug="the-cat").passages.count() == 1
