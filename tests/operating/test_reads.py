"""A read waits for no writer, and a pooler between the workbench and PostgreSQL changes nothing."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from tests.operating.databases import answer, free_port, fresh_postgresql, postgresql_server, wait_for
from tests.operating.worlds_asked import ADDRESSES

pytestmark = pytest.mark.slow
FILL = "import json; from tests.operating import worlds; print(json.dumps(worlds.fill()))"
ASK = "import json; from tests.operating import worlds_asked; print(json.dumps(worlds_asked.{}()))"


def test_reads_go_on_while_somebody_writes(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/locked"
    answer(url, FILL)
    found: Any = answer(url, ASK.format("read_while_locked"))
    statuses, noted, noted_later, counted = found
    assert statuses == [200] * len(ADDRESSES)
    assert (noted, noted_later) == (False, True)
    assert counted == len(ADDRESSES) + 1


def test_no_page_waits_for_a_writer(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/locked"
    answer(url, FILL)
    said: Any = answer(url, ASK.format("pages_while_locked"))
    assert said.pop("writing") == 503
    assert len(said) > 15
    assert set(said.values()) == {200}, said


@pytest.mark.skipif(shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin") is None, reason="no pgbouncer")
def test_a_pooler_in_transaction_mode_changes_nothing(tmp_path_factory: pytest.TempPathFactory) -> None:
    with postgresql_server() as server:
        direct = fresh_postgresql(server)
        answer(direct, FILL)
        with pooler(direct, tmp_path_factory.mktemp("pooler")) as url:
            said = answer(url, ASK.format("ask_everything"))
    assert said == {address: [200] for address in ADDRESSES}


@contextmanager
def pooler(url: str, folder: Path) -> Iterator[str]:
    """Start PgBouncer, which gives every transaction to another connection; yield the database's URL through it."""
    server, port = urlsplit(url), free_port()
    database = server.path.strip("/")
    folder.chmod(0o755)
    (folder / "users").write_text(f'"{server.username}" "{server.password or ""}"\n')
    (folder / "ini").write_text(
        f"[databases]\n{database} = host={server.hostname} port={server.port} dbname={database}\n"
        f"[pgbouncer]\nlisten_addr = 127.0.0.1\nlisten_port = {port}\nunix_socket_dir =\nauth_type = trust\n"
        f"auth_file = {folder}/users\npool_mode = transaction\ndefault_pool_size = 3\nmin_pool_size = 3\n"
        f"server_round_robin = 1\n"
    )
    program = str(shutil.which("pgbouncer", path=f"{os.environ['PATH']}:/usr/sbin"))
    as_user = ["-u", "nobody"] if os.geteuid() == 0 else []
    for part in (folder, *list(folder.parents)[:-2]):
        part.chmod(part.stat().st_mode | 0o055)
    process = subprocess.Popen([program, *as_user, str(folder / "ini")], stderr=subprocess.PIPE, text=True)
    try:
        wait_for(port, process)
        yield f"postgresql://{server.username}@127.0.0.1:{port}/{database}"
    finally:
        process.terminate()
        process.communicate()  # which closes its pipe, too
