"""How do the demonstration tables look when some people live overseas, and some where no map has an outline?"""

from __future__ import annotations

import atexit
from functools import lru_cache
from pathlib import Path
from shutil import copy, rmtree
from tempfile import mkdtemp

from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from tests.support.demonstration import FOLDER, read

GUADELOUPE, REUNION, ABROAD = "01", "04", "99"
MOVED = {GUADELOUPE: 40, REUNION: 12, ABROAD: 7}
"""How many of those of the largest region live in each of these instead."""

FROM = "52"

MORE = "".join(
    f'  {{ code = "{code}", label = "{label}", locative = "{where}", genitive = "{of}"{{group}} }},\n'
    for code, label, where, of in (
        (GUADELOUPE, "Guadeloupe", "en Guadeloupe", "de Guadeloupe"),
        (REUNION, "La Réunion", "à La Réunion", "de La Réunion"),
        (ABROAD, "Étranger", "à l'étranger", "de l'étranger"),
    )
)
"""Categories of regions as a codebook has them."""


@lru_cache
def overseas_folder() -> Path:
    """A folder with the tables and their codebook, which is gone when the tests are."""
    folder = Path(mkdtemp(prefix="overseas-"))
    atexit.register(rmtree, folder, ignore_errors=True)
    for path in FOLDER.iterdir():
        copy(path, folder)
    people = read("beneficiaries")
    here = list(people.index[people["region"] == FROM])
    for code, number in MOVED.items():
        people.loc[here[:number], "region"] = code
        here = here[number:]
    people.to_csv(folder / "beneficiaries.csv", index=False)
    (folder / "codebook.toml").write_text(_codebook(), encoding="utf-8")
    return folder


@lru_cache
def overseas() -> Publication:
    """Such tables, opened."""
    return open_publication(overseas_folder(), FOLDER.parent, INTERNAL)


def _codebook() -> str:
    """The repository's codebook with these regions before the first of each division."""
    written = []
    for line in (FOLDER.parent / "codebook.toml").read_text(encoding="utf-8").splitlines():
        if 'code = "11"' in line:
            grouped = "group" in line
            for more in MORE.splitlines():
                code = more.split('"')[1]
                written.append(more.replace("{group}", f', group = "{code}"' if grouped else ""))
        written.append(line)
    return "\n".join(written)
