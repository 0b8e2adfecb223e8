"""How is the part of plotly.js that draws our figures made one small file, the same at each making?

Run as a program (`python -m tools.plotly_bundle`), it takes the packages of `packages.toml` with npm, and writes into
`assets/vendor/` the file, the same compressed, the licences of what is in it, and a table that says where it came from.
npm's own ways would bring two hundred packages, and other bytes on another day.
"""

from __future__ import annotations

import gzip
import hashlib
import json
import subprocess
import tarfile
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from tempfile import TemporaryDirectory

import brotli

from tools.npm_package import Package, fetched

HERE = Path(__file__).parent
VENDOR = HERE.parents[1] / "assets" / "vendor"

LIBRARY = "plotly.js"

TRACES = ("bar", "scatter")
"""The kinds of trace that `dashboard/outputs/plotly` writes."""

COMPONENTS = (
    "annotations",
    "shapes",
    "grid",
    "errorbars",
    "colorscale",
    "legend",
    "fx",
    "modebar",
)
"""The parts of a figure beside its traces, in the order in which plotly.js registers them; `fx` is what hovers."""

ENTRY = """\
require("plotly.js/build/plotcss");
const {{ register }} = require("plotly.js/src/registry");
const functions = require("plotly.js/src/plot_api");
Object.entries(functions).forEach(([name, fn]) => register({{ moduleType: "apiMethod", name, fn }}));
register([{modules}]);
module.exports = functions;
"""
"""What plotly.js does in its own `src/core.js`, for fewer parts: only there can none be left out."""

HEAD = "/* plotly.js {version}, of which {traces}. Licences: plotly.licences.txt beside this file. */\n"


def packages(kind: str) -> list[Package]:
    """The packages that are `bundled`, or the `tools` that do it."""
    listed = tomllib.loads((HERE / "packages.toml").read_text(encoding="utf-8"))[kind]
    return [Package(name, **pinned) for name, pinned in listed.items()]


def entry() -> str:
    """The module that names all that goes into the bundle."""
    paths = [
        *(f"traces/{name}" for name in TRACES),
        *(f"components/{name}" for name in COMPONENTS),
        "locale-en",
        "locale-en-us",
    ]
    return ENTRY.format(modules=", ".join(f'require("plotly.js/src/{path}")' for path in paths))


def _lay_out(archives: Mapping[Package, Path], folder: Path) -> None:
    """Unpacks each package where node looks for it."""
    for package, archive in archives.items():
        to = folder / "node_modules" / package.name
        to.mkdir(parents=True)
        with tarfile.open(archive) as files:
            members = [_inside(member) for member in files.getmembers() if "/" in member.name]
            files.extractall(to, members, filter="data")


def _inside(member: tarfile.TarInfo) -> tarfile.TarInfo:
    """`member` of an archive without the folder that holds all."""
    return member.replace(name=member.name.partition("/")[2], deep=False)


def _bundle(folder: Path) -> tuple[str, list[str]]:
    """The text of the bundle, and the names of the packages that are in it."""
    for path in HERE.glob("*.mjs"):
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / "entry.js").write_text(entry(), encoding="utf-8")
    command = ["node", "bundle.mjs", "entry.js", "plotly.min.js"]
    said = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
    return (folder / "plotly.min.js").read_text(encoding="utf-8"), said.stdout.split()


def licences(folders: Iterable[Path]) -> str:
    """The licences of the packages that lie in `folders`, in their own words where they bring any."""
    texts = []
    for folder in folders:
        described = json.loads((folder / "package.json").read_text(encoding="utf-8"))
        head = f"{described['name']} {described['version']}: {described['license']}"
        files = sorted(path for path in folder.iterdir() if path.stem.lower() == "license")
        author = described.get("author", "its authors")
        owner = author["name"] if isinstance(author, dict) else author
        words = [path.read_text(encoding="utf-8").strip() for path in files]
        texts.append("\n\n".join([head, *(words or [f"Copyright {owner}"])]))
    return f"\n\n{'-' * 80}\n\n".join(texts).replace("\r\n", "\n") + "\n"


def record(library: Package, archive: bytes, licence: str, bundle: bytes) -> str:
    """The table that says what the bundle is: TOML."""
    pairs = {
        "package": library.name,
        "version": library.version,
        "licence": licence,
        "traces": list(TRACES),
        "sha256_of_package": hashlib.sha256(archive).hexdigest(),
        "sha256_of_file": hashlib.sha256(bundle).hexdigest(),
    }
    lines = [f"{name} = {json.dumps(value)}" for name, value in pairs.items()]
    return "\n".join(["# What is plotly.min.js? Written by make plotly.", *lines]) + "\n"


def main() -> None:
    """Writes the bundle, the same compressed, its licences and its record."""
    VENDOR.mkdir(exist_ok=True)
    with TemporaryDirectory() as name:
        folder = Path(name)
        wanted = [*packages("bundled"), *packages("tools")]
        archives = dict(zip(wanted, fetched(wanted, folder), strict=True))
        _lay_out(archives, folder)
        code, used = _bundle(folder)
        library = next(package for package in wanted if package.name == LIBRARY)
        head = HEAD.format(version=library.version, traces=", ".join(TRACES))
        bundle = (head + code).encode()
        modules = folder / "node_modules"
        described = json.loads((modules / LIBRARY / "package.json").read_text(encoding="utf-8"))
        said = record(library, archives[library].read_bytes(), described["license"], bundle)
        files = {
            "plotly.min.js": bundle,
            "plotly.min.js.br": brotli.compress(bundle, quality=11, lgwin=24),
            "plotly.min.js.gz": gzip.compress(bundle, 9, mtime=0),
            "plotly.licences.txt": licences(modules / name for name in used).encode(),
            "plotly.toml": said.encode(),
        }
    for name, content in files.items():
        (VENDOR / name).write_bytes(content)
        print(f"{name}: {len(content):,} bytes")


if __name__ == "__main__":
    main()
