"""Which letters of a picture have a halo, in which colours? Many programs draw a halo over its letters."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree
from lxml.etree import _Element

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Letters:
    """A piece of text: its words, where its text begins, its colour, and that of its halo, if it has one."""

    words: str
    place: tuple[str | None, ...]
    fill: str
    stroke: str | None


def letters_of(picture: bytes) -> list[Letters]:
    """Every piece of text of an SVG file, in the order in which they are drawn."""
    return list(_letters(etree.fromstring(picture)))


def veiled(picture: bytes) -> list[str]:
    """The words that a halo may hide: those of its colour, and those that are not drawn once more over it."""
    letters = letters_of(picture)
    bare = {(each.words, each.place) for each in letters if each.stroke is None}
    return [
        each.words
        for each in letters
        if each.stroke is not None
        and (each.fill == each.stroke or (each.words, each.place) not in bare)
    ]


def _letters(root: _Element) -> Iterator[Letters]:
    for text in root.iter(f"{SVG}text"):
        for part in text.iter(f"{SVG}text", f"{SVG}tspan"):
            words = (part.text or "").strip()
            if words:
                place = tuple(text.get(name) for name in ("x", "y", "transform"))
                stroke = _colour(part, "stroke")
                yield Letters(words, place, _colour(part, "fill") or "black", stroke)


def _colour(part: _Element, name: str) -> str | None:
    """What a part, or the nearest of those around it, says of a colour; none where there is none."""
    for around in (part, *part.iterancestors()):
        styled = dict(
            said.split(":", 1)
            for said in (around.get("style") or "").replace(" ", "").split(";")
            if ":" in said
        )
        colour = styled.get(name) or around.get(name)
        if colour:
            return None if colour == "none" else colour
    return None
