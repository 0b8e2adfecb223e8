"""Are all the files there that a browser asks for?"""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

from dashboard.cli.doctor.diagnosis import Diagnoses, well, wrong
from dashboard.text.words import counted, some_of
from dashboard.web.browser_files import (
    DOCUMENT_SCRIPT,
    DOCUMENT_STYLES,
    FIRST_SCRIPTS,
    ICON,
    PLOTLY,
    STYLES,
)

AGAIN = "reprenez les fichiers de la version installée : git status, puis git restore assets"

_IMPORT = re.compile(r'^import(?: (?:[^;]*? from )?|\()"([^"]+)"', re.MULTILINE | re.DOTALL)
_DYNAMIC = re.compile(r'\bimport\("([^"]+)"\)')
_URL = re.compile(r'url\("([^"]+)"\)')


def assets(folder: Path) -> Diagnoses:
    """Style sheets, scripts with all that they import, fonts, plotly as it was built, and Bootstrap."""
    folder = folder.resolve()
    wanted = dict.fromkeys(_wanted(folder))
    missing = [path.relative_to(folder).as_posix() for path in wanted if not path.is_file()]
    if missing:
        yield wrong(f"il manque {some_of(missing)}", AGAIN)
    else:
        yield well(f"{counted(len(wanted), 'fichier')} pour les pages, la police comprise")
    yield from _plotly(folder / PLOTLY)
    bootstrap = files("flask_bootstrap") / "static" / "bootstrap5" / "css" / "bootstrap.min.css"
    if bootstrap.is_file():
        yield well("feuille de style Bootstrap")
    else:
        yield wrong("la feuille de style Bootstrap manque", "réinstallez le paquet Bootstrap-Flask")


def _wanted(folder: Path) -> Iterator[Path]:
    yield folder / ICON
    for name in (*STYLES, *DOCUMENT_STYLES):
        sheet = folder / "styles" / f"{name}.css"
        yield sheet
        yield from ((folder / "styles" / url).resolve() for url in _named(_URL, sheet))
    reached, waiting = set[Path](), [folder / name for name in (*FIRST_SCRIPTS, DOCUMENT_SCRIPT)]
    while waiting:
        script = waiting.pop()
        if script in reached:
            continue
        reached.add(script)
        yield script
        imported = [*_named(_IMPORT, script), *_named(_DYNAMIC, script)]
        waiting += [(script.parent / name).resolve() for name in imported]


def _named(what: re.Pattern[str], file: Path) -> list[str]:
    """The addresses in a file; none in one that is not there, which is told by itself."""
    return what.findall(file.read_text(encoding="utf-8")) if file.is_file() else []


def _plotly(bundle: Path) -> Diagnoses:
    """Whether plotly.js is the file that was built here."""
    built = bundle.with_name("plotly.toml")
    if not bundle.is_file() or not built.is_file():
        yield wrong("la bibliothèque des graphiques (plotly.js) manque", AGAIN)
        return
    told = tomllib.loads(built.read_text(encoding="utf-8"))
    if hashlib.sha256(bundle.read_bytes()).hexdigest() != told["sha256_of_file"]:
        yield wrong("plotly.js n'est pas le fichier qui a été préparé", AGAIN)
    else:
        yield well(f"plotly.js {told['version']}")
