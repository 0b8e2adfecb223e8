"""What is done when the dashboard is called by its name, `python -m dashboard`? One of its commands."""

import sys

from dashboard.cli.commands import run

if __name__ == "__main__":
    sys.exit(run())
