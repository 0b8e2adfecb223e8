"""How are the tables of a folder opened, with the edition before, to be counted under a policy?"""

from __future__ import annotations

import logging
from collections.abc import Callable
from functools import partial
from pathlib import Path

from dashboard.datasets.manifest import Manifest
from dashboard.datasets.opened import Dataset, dataset_of
from dashboard.disclosure.policy import Policy
from dashboard.domain.edition import Edition
from dashboard.domain.errors import DashboardError
from dashboard.domain.statistics import inference
from dashboard.publication import Editions, Publication
from dashboard.sources.opening import MEMORY, home_of_stored, open_source
from dashboard.sources.source import Source
from dashboard.text.numbers import count

MOST_ROWS = 2_000_000
"""Rows of the edition before that are loaded beside those that are shown: it takes as much memory, and as long."""

_LOG = logging.getLogger(__name__)


def open_publication(
    folder: Path,
    reference: Path,
    policy: Policy,
    source: str = MEMORY,
    secret: str | None = None,
) -> Publication:
    """The study of `folder` under `policy`, counted as `source` asks: a setting such as `memory` or `duckdb:`.

    A folder that is a store stands for its current version. `reference` is the folder of the codebook, budgets,
    published figures and benchmarks for tables that come without a codebook. What an engine has not got of this version
    yet is loaded, which `publish` does before anybody is served. `secret`: of the keys that rounding needs.
    Raises DatasetError for a store, TableError,
    CodebookError or PublishedFiguresError for the study, SettingError or SourceError for the engine, in French.
    """
    inference.load()
    dataset = dataset_of(folder)
    counted = open_source(source, dataset.folder, reference, secret)
    if dataset.manifest is None:
        return Publication(counted, policy)
    opened = partial(open_source, source, reference=reference, secret=secret)
    most = MOST_ROWS if source == MEMORY else None
    return Publication(counted, policy, _editions(dataset, dataset.manifest, opened, policy, most))


def load(folder: Path, reference: Path, source: str, secret: str | None = None) -> None:
    """Has what counts given the study of `folder`, ahead of `open_publication`, and sees that it counts it.

    For `publish`, so that nobody who is served waits for it; of `memory` there is nothing to load. Raises as
    `open_publication` does.
    """
    if source != MEMORY:
        open_source(source, folder, reference, secret)


def stored_where(folder: Path, source: str) -> Path | None:
    """Where what counts has the study of `folder` written; None of `memory`. Raises SettingError or SourceError."""
    return home_of_stored(source, folder)


def _editions(
    dataset: Dataset,
    shown: Manifest,
    opened: Callable[[Path], Source],
    policy: Policy,
    most: int | None,
) -> Editions:
    """What is known beside the version that is `shown`; `most`: rows that the one before may have to be `opened`."""
    known = {version: _edition(manifest) for version, manifest in dataset.known.items()}
    none = partial(Editions, _edition(shown), known, None, held=shown.held)
    try:
        before = dataset.previous()
        if before is None or before.manifest is None:
            return none("aucune version n'a été publiée avant celle-ci")
        if most is not None and sum(before.manifest.rows.values()) > most:
            return none(f"la version précédente a plus de {count(most)} lignes")
        previous = Publication(opened(before.folder), policy)
    except DashboardError as error:
        # What is shown does not depend on it.
        _LOG.warning("the previous version cannot be counted: %s", " ".join(str(error).split()))
        return none("la version précédente ne peut pas être ouverte (voir le journal)")
    edition, held = _edition(before.manifest), (shown.held, before.manifest.held)
    found = Editions(_edition(shown), known, previous, "", edition, *held)
    return found.under(policy)


def _edition(manifest: Manifest) -> Edition:
    return Edition(manifest.version, manifest.number, manifest.dated)
