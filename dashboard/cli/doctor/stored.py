"""Can an engine be given the tables: are they written where it reads them, or can they be?"""

from __future__ import annotations

import tempfile
from pathlib import Path

from dashboard.cli.denied import denied
from dashboard.cli.doctor.diagnosis import Diagnoses, well, wrong
from dashboard.domain.errors import DashboardError, SettingError, SourceError
from dashboard.ingest.stored.prepare import found
from dashboard.opening import stored_where

SETTINGS = {
    "duckdb": "DASHBOARD_SOURCE=duckdb:/dossier",
    "sc": "DASHBOARD_SOURCE='sc://…;tables=/dossier'",
}
"""How the folder of stored tables is named; of other engines it is the home of whoever serves."""


def stored(source: str, folder: Path, reference: Path, secret: str | None = None) -> Diagnoses:
    """Whether the tables of `folder` are stored for the engine that `source` asks for, or could be, which is tried.

    `secret`: of the keys that they are stored with.
    """
    scheme = source.partition(":")[0]
    named = SETTINGS.get(scheme, "HOME=/dossier")
    remedy = f"donnez un dossier où ce compte peut écrire : {named} (docs/deploy.md)"
    try:
        home = stored_where(folder, source)
        if home is None:
            return
        if found(folder, reference, home, secret) is not None:
            yield well(f"{scheme} : ces tables sont déjà écrites dans {home}")
            return
        _try(home)
    except (SettingError, SourceError) as error:
        yield wrong(str(error), remedy)
    except DashboardError:
        # Tables that cannot be read are told by themselves.
        return
    except OSError as error:
        yield wrong(
            f"{scheme} : les tables ne peuvent être écrites dans {home} ({denied(error)})", remedy
        )
    else:
        yield well(f"{scheme} : les tables peuvent être écrites dans {home}")


def _try(home: Path) -> None:
    """Writes beside where the folder of stored tables would be, or in it, and takes it away; raises OSError."""
    there = next(folder for folder in (home, *home.parents) if folder.exists())
    with tempfile.TemporaryDirectory(prefix=".doctor-", dir=there) as made:
        (Path(made) / "written").write_bytes(b"\0")
