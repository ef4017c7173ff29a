import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command

pytestmark = pytest.mark.slow  # left out of `make check`

SCRIPTS = Path(__file__).parents[3] / "workbench/web/static/web/js"
FROM = re.compile(r'\bfrom "\./([^"]+)"')


@pytest.fixture
def collected(settings: Any, tmp_path: Path) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "workbench.web.site.static_files.StampedFiles"},
    }
    call_command("collectstatic", verbosity=0, interactive=False)
    return tmp_path / "web/js"


def test_a_module_imports_another_under_the_name_that_pages_use_so_that_it_runs_once(collected: Path) -> None:
    names = sorted(path.stem for path in SCRIPTS.glob("*.js"))
    stamped = [next(collected.glob(f"{name}.????????????.js")) for name in names]
    imported = {name for path in stamped for name in FROM.findall(path.read_text())}
    assert imported
    assert imported <= {path.name for path in stamped}
