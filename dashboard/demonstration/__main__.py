"""Which command builds the demonstration tables?"""

from __future__ import annotations

import argparse
from pathlib import Path

from dashboard.demonstration.build import DEFAULT_SEED, build
from dashboard.demonstration.files import write_tables

DEFAULT_FOLDER = Path("data/demonstration")


def main() -> None:
    """Builds the four tables and writes them."""
    parser = argparse.ArgumentParser(
        prog="python -m dashboard.demonstration",
        description="Construit les tables de démonstration, synthétiques, calées sur le bilan publié.",
    )
    parser.add_argument("--seed", type=int, default=DEFAULT_SEED, help="graine du tirage")
    parser.add_argument("--to", type=Path, default=DEFAULT_FOLDER, help="dossier à écrire")
    arguments = parser.parse_args()
    people = build(arguments.seed)
    write_tables(people, arguments.to)
    print(f"{len(people)} bénéficiaires écrits dans {arguments.to}")


if __name__ == "__main__":
    main()
