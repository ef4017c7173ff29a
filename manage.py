#!/usr/bin/env python
"""Django's command line for the workbench."""

import sys

from workbench.cli.managing import run

if __name__ == "__main__":
    sys.exit(run(sys.argv))
