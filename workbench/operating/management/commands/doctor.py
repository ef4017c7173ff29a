"""`manage.py doctor`: what an administrator should mend."""

import sys
from typing import Any

from django.core.management.base import BaseCommand

from workbench.operating.doctor import examine


class Command(BaseCommand):
    """Say what was found, the grave first; the exit code is 1 where something is grave."""

    help = "Look at settings, database and machine, and say what to mend and how."
    requires_system_checks = ()
    requires_migrations_checks = False

    def handle(self, *args: Any, **options: Any) -> None:
        found = sorted(examine(), key=lambda one: not one.is_grave)
        for one in found:
            self.stdout.write(f"{'!' if one.is_grave else '-'} {one.what}\n    {one.mend}")
        if not found:
            self.stdout.write("Nothing to mend was found.")
        if any(one.is_grave for one in found):
            sys.exit(1)
