"""What stands in a folder when its import is killed at some moment? Run as a program, in a process without threads.

`killed.py N SEED ARGUMENTS...`: runs `python -m dashboard ARGUMENTS...` to its end once, then N times more, each killed
at a random moment of the time that it took, and says what stood there: `nothing`, `whole`, or what is half there.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import click

from dashboard.cli.commands import run

Files = dict[str, bytes]


def files_of(folder: Path) -> Files | None:
    """What stands in `folder`; None where it is not there."""
    if not folder.exists():
        return None
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def started(arguments: list[str]) -> int:
    """The process of an import that has begun."""
    process = os.fork()
    if process == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
        os._exit(run(arguments))
    return process


def main(many: int, seed: int, arguments: list[str]) -> None:
    """Kills `many` imports, and tells what each left."""
    folder = Path(arguments[arguments.index("--to") + 1])
    draw = random.Random(seed)
    begun = time.monotonic()
    _, status = os.waitpid(started(arguments), 0)
    took = time.monotonic() - begun
    whole = files_of(folder)
    click.echo(f"first {os.waitstatus_to_exitcode(status)}")
    for _ in range(many):
        shutil.rmtree(folder, ignore_errors=True)
        process = started(arguments)
        # The writing is the last part of it: half of the moments are there.
        time.sleep(took * (draw.random() if draw.random() < 0.5 else draw.uniform(0.7, 1.05)))
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
        left = files_of(folder)
        click.echo("nothing" if left is None else "whole" if left == whole else sorted(left))
    shutil.rmtree(folder, ignore_errors=True)
    _, status = os.waitpid(started(arguments), 0)
    click.echo(f"last {os.waitstatus_to_exitcode(status)} {files_of(folder) == whole}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3:])
