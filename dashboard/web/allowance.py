"""For whom, and where, are the selections counted that the address of a request asks for?"""

from __future__ import annotations

import atexit
from os import getpid
from pathlib import Path
from shutil import rmtree
from tempfile import mkdtemp

from flask import Flask, current_app, has_request_context

from dashboard.disclosure.admission import is_own
from dashboard.disclosure.asked import Asked
from dashboard.domain.address import Address, format_address, selections_of
from dashboard.publication import Publication
from dashboard.web.seen import Access

ASKED, ACCESS = "dashboard-asked", "dashboard-access"

FILE = "selections.sqlite"
"""Where the selections of a day are counted, in the folder of accounts or in one of this run."""


def register_allowance(server: Flask, asked: Asked, access: Access) -> None:
    """Has `asked` count for those of whom `access` says who they are."""
    server.extensions[ACCESS] = access
    count_in(server, asked)


def count_in(server: Flask, asked: Asked) -> None:
    """Has `asked` count from now on: with a file, for all workers, and also after a restart."""
    server.extensions[ASKED] = asked


def forget_selections(server: Flask) -> None:
    """Removes what was asked on another day."""
    asked: Asked = server.extensions[ASKED]
    asked.forget()


def file_of_this_run() -> Path:
    """A file for all workers of a demonstration, which has no folder of its own: made before the fork, gone with it."""
    folder, master = mkdtemp(prefix="dashboard-selections-"), getpid()

    def forgotten() -> None:
        # Workers end by the same functions.
        if getpid() == master:
            rmtree(folder, ignore_errors=True)

    atexit.register(forgotten)
    return Path(folder) / FILE


def count_selections(address: Address, publication: Publication) -> None:
    """Counts the selections of `address` for whoever asks; raises AllowanceError where they are more than a day allows.

    Everybody is no selection, what is refused costs nothing, and whoever sees exact counts needs no others to work them
    out. Outside of a request nobody asks.
    """
    if not has_request_context() or not publication.policy.protects:
        return
    asked: Asked = current_app.extensions[ASKED]
    access: Access = current_app.extensions[ACCESS]
    chosen = [
        format_address(selection, {}, publication.vocabulary)
        for sides in selections_of(address)
        for selection in sides
        if selection
        and publication.admission(selection)
        and not is_own(selection, publication.policy, publication.vocabulary)
    ]
    if chosen:
        asked.take(access.caller(), chosen)
