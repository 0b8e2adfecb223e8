"""How does whoever writes the dashboard see a saved change within seconds?

A parent process imports what is slow to import and never changes: the packages. For each state of the files it forks a
child, which imports the dashboard, loads the tables and serves; a saved file replaces the child, and the page reloads.
"""

from __future__ import annotations

import os
import signal
import sys
import time
from importlib import import_module
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGES = (
    "babel.dates",
    "dash",
    "dash_bootstrap_components",
    "geopandas",
    "pandera.pandas",
    "pptx",
    "pyarrow.parquet",
    "statsmodels.stats.proportion",
    "statsmodels.stats.weightstats",
    "xlsxwriter",
)
WATCHED = ("app.py", "dashboard", "assets", "geodata", "data")
LOOK_S = 0.2
"""How often the files are looked at, and the page asks whether it is still the newest."""

Stamps = dict[Path, float]


def main(port: int) -> None:
    """Serve on `port` until Ctrl+C."""
    for name in PACKAGES:
        import_module(name)
    sys.path.insert(0, str(ROOT))
    try:
        while True:
            before = _stamps()
            child = os.fork()
            if child == 0:
                _serve(port)
            changed = _wait_for_change(before)
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            print(f"{', '.join(sorted(changed))}: serving again", flush=True)
    except KeyboardInterrupt:
        print()


def _serve(port: int) -> None:
    """Imports the dashboard and serves it; what is wrong with it is printed, and waits for the next save."""
    from werkzeug.serving import run_simple  # noqa: PLC0415 - the parent serves nothing.

    try:
        app = import_module("app")
        app.server.extensions["renewal"].start()
        app.dash_app.enable_dev_tools(
            debug=False,
            dev_tools_hot_reload=True,
            dev_tools_hot_reload_interval=2 * LOOK_S,
        )
        run_simple("127.0.0.1", port, app.server, threaded=True)
    except KeyboardInterrupt:
        os._exit(0)
    except BaseException:  # noqa: BLE001 - whatever the code under work does wrong, it is printed.
        sys.excepthook(*sys.exc_info())
        signal.pause()


def _wait_for_change(before: Stamps) -> set[str]:
    """The files that differ from `before`, once one does."""
    while True:
        time.sleep(LOOK_S)
        now = _stamps()
        changed = {path for path in {*before, *now} if before.get(path) != now.get(path)}
        if changed:
            return {str(path.relative_to(ROOT)) for path in changed}


def _stamps() -> Stamps:
    """When each file was last written."""
    files: list[Path] = []
    for name in WATCHED:
        path = ROOT / name
        files += [path] if path.is_file() else [p for p in path.rglob("*") if p.is_file()]
    return {p: p.stat().st_mtime for p in files if "__pycache__" not in p.parts}


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 8050)
