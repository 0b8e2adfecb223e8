"""Are the waves numbered without a hole, and does each have its names?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from dashboard.domain.codebook import Codebook
from dashboard.domain.codebook.book import BEFORE
from dashboard.ingest.checks.report import quoted
from dashboard.ingest.reference.codebook_faults.entries import each_entry, is_legible
from dashboard.ingest.reference.faults import Fault, visible, written
from dashboard.ingest.reference.places import Places
from dashboard.text.words import listed

MOST = 99
"""The last wave that there may be: tables write it with two digits."""


def wave_faults(book: Codebook, places: Places) -> Iterator[Fault]:
    """Waves that do not follow each other, that have one name, and categories of waves that are none."""
    if not _follow_each_other(book):
        names = listed([quoted(visible(name)) for name in book.waves]) or "aucune vague"
        yield Fault(
            "[waves]",
            names,
            "T0 (avant l'inscription, facultative), puis T1, T2… dans l'ordre, sans manque, une vague au moins après "
            "l'inscription",
        )
    yield from _name_faults(book)
    for entry in each_entry(book, places):
        waves = entry.category.waves
        if waves and not entry.variable.per_wave:
            yield Fault(
                f"{entry.place}, champ « waves »",
                f"la variable « {entry.variable.name} » n'a pas une valeur à chaque vague",
                "pas de champ « waves »",
            )
        for name in waves:
            if name not in book.waves:
                yield Fault(
                    f"{entry.place}, champ « waves »", written(name), listed(list(book.waves), "ou")
                )


def is_wave(name: str, book: Codebook) -> bool:
    """Whether the codebook has a wave of that name, or the tables may have it beyond those of the codebook."""
    return name in book.waves or (
        _follow_each_other(book) and name in book.with_waves([name]).waves
    )


def _follow_each_other(book: Codebook) -> bool:
    first = 0 if BEFORE in book.waves else 1
    last = first + len(book.waves) - 1
    return 1 <= last <= MOST and list(book.waves) == [f"T{n}" for n in range(first, last + 1)]


def _name_faults(book: Codebook) -> Iterator[Fault]:
    for field in ("label", "short", "months"):
        names = {name: getattr(wave, field) for name, wave in book.waves.items()}
        used = Counter(names.values())
        for name, text in names.items():
            if field == "short" and text == book.waves[name].label:
                # What is wrong with it is told of the label.
                continue
            place = f"vague {quoted(visible(name))}, champ « {field} »"
            if not is_legible(text):
                yield Fault(place, "un texte vide", "un texte")
            elif used[text] > 1:
                yield Fault(place, f"{written(text)} nomme deux vagues", "un texte pour chacune")
