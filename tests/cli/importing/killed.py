"""What stands in a folder when its import is killed at some moment? Run as a program, in a process without threads.

`killed.py MANY SEED at-changes ARGUMENTS...`: runs `python -m dashboard ARGUMENTS...` to its end once, then so many
times more, each killed before one of its changes of files, and says what stood there: `nothing`, `whole`, or what is
half there. `at-times`: each is killed at a random moment of the time that it took.
"""

from __future__ import annotations

import mmap
import os
import random
import shutil
import signal
import sys
import time
from pathlib import Path

import click

from dashboard.cli.commands import run
from tests.support.sudden_end import Changes, moments

Files = dict[str, bytes]


def files_of(folder: Path) -> Files | None:
    """What stands in `folder`; None where it is not there."""
    if not folder.exists():
        return None
    return {path.name: path.read_bytes() for path in folder.iterdir()}


class Imports:
    """Imports of the same files to `folder`, each in a process of its own."""

    def __init__(self, folder: Path, arguments: list[str]) -> None:
        self._folder, self._arguments = folder, arguments
        self._counted = mmap.mmap(-1, 4)

    def started(self, last: int = 0) -> int:
        """The process of an import that has begun, and ends before its change of number `last`."""
        process = os.fork()
        if process == 0:
            os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
            changes = Changes(self._folder.parent, last)
            code = run(self._arguments)
            self._counted[:] = changes.count.to_bytes(4, "big")
            os._exit(code)
        return process

    def ended(self, process: int) -> int:
        """How it ended."""
        _, status = os.waitpid(process, 0)
        return os.waitstatus_to_exitcode(status)

    @property
    def changes(self) -> int:
        """How many changes the last import took that was not killed."""
        return int.from_bytes(self._counted[:], "big")


def main(many: int, seed: int, moment: str, arguments: list[str]) -> None:
    """Kills `many` imports, and tells what each left."""
    folder = Path(arguments[arguments.index("--to") + 1])
    draw, imports = random.Random(seed), Imports(folder, arguments)
    # The folder around it is made once.
    folder.parent.mkdir(parents=True, exist_ok=True)
    begun = time.monotonic()
    click.echo(f"first {imports.ended(imports.started())}")
    took, whole = time.monotonic() - begun, files_of(folder)
    numbers = moments(many, imports.changes, draw) if moment == "at-changes" else [0] * many
    # The last to be killed leaves something to clean: the very last change comes after the folder has its name.
    numbers = [numbers[-1], *numbers[:-1]]
    for number in numbers:
        # What the one before has left is cleaned by the last one: each has the same changes to make here.
        shutil.rmtree(folder.parent)
        folder.parent.mkdir()
        process = imports.started(number)
        if not number:
            # The writing is the last part of it: half of the moments are there.
            time.sleep(took * (draw.random() if draw.random() < 0.5 else draw.uniform(0.7, 1.05)))
            os.kill(process, signal.SIGKILL)
        ended = imports.ended(process)
        if number and ended != -signal.SIGKILL:
            click.echo(f"not killed at {number}: {ended}")
        left = files_of(folder)
        click.echo("nothing" if left is None else "whole" if left == whole else sorted(left))
    shutil.rmtree(folder, ignore_errors=True)
    click.echo(f"last {imports.ended(imports.started())} {files_of(folder) == whole}")


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), sys.argv[3], sys.argv[4:])
