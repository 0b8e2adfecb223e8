"""How does whoever shows another version say what is decided of few changes, and what are they told of it?"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., Any])

HELD = (
    "La diffusion est fermée tant que cette version est montrée : seules les personnes qui voient les effectifs exacts "
    "y ont accès."
)

_OPTIONS = (
    click.option(
        "--peu-de-changements",
        "few_changes",
        is_flag=True,
        help="Accepte que peu de personnes diffèrent de la version d'avant : la diffusion est alors fermée.",
    ),
    click.option(
        "--ouvrir-la-diffusion",
        "open_diffusion",
        is_flag=True,
        help="L'ouvre malgré cela, sur décision du responsable après avis du délégué.",
    ),
)


def decided(command: Command) -> Command:
    """`command` with the two options, `few_changes` and `open_diffusion`."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command
