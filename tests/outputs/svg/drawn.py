"""What do tests read in a drawing: its parts, its words, and where they stand?"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dashboard.outputs.svg.drawing import Drawing, in_picture, on_page

PICTURE = (1000.0, 1000.0)
"""The pixels of the pictures that tests draw."""


def page(drawing: Drawing) -> ET.Element:
    """What a page holds of it, which has to be well formed."""
    return ET.fromstring(on_page(drawing, "Ce qui est dessiné"))


def picture(drawing: Drawing) -> ET.Element:
    """The same in a picture."""
    return ET.fromstring(in_picture(drawing, 0, 0, *PICTURE))


def of_class(root: ET.Element, *names: str) -> list[ET.Element]:
    """The parts that have all these classes, in the order in which they are drawn."""
    return [part for part in root.iter() if {*names} <= {*part.get("class", "").split()}]


def shape(part: ET.Element) -> ET.Element:
    """What is seen of a mark: itself, or the first part of what is widened to be reached."""
    return part[0] if part.tag == "g" else part


def lines_of(text: ET.Element) -> list[str]:
    """The lines of a text."""
    return ["".join(line.itertext()) for line in text]


def words(root: ET.Element) -> list[str]:
    """Every text, its lines parted by a stroke."""
    return ["|".join(lines_of(text)) for text in root.iter("text")]


def marks(root: ET.Element) -> list[ET.Element]:
    """What answers to a pointer and a keyboard."""
    return [part for part in root.iter() if part.get("data-mark") is not None]


def part_of(place: str | None) -> float:
    """A place on a page, or a length, as a part of the room."""
    assert place is not None
    assert place.endswith("%")
    return float(place[:-1]) / 100


def points(path: ET.Element) -> list[tuple[float, float]]:
    """The points of a path, from the first, and those that bend it among them."""
    numbers = iter(map(float, re.findall(r"-?[\d.]+", path.get("d", ""))))
    return list(zip(numbers, numbers, strict=True))


def letters(root: ET.Element) -> Iterator[float]:
    """The sizes of letters that are set anywhere, in pixels."""
    for part in root.iter():
        if size := part.get("font-size"):
            yield float(size)
