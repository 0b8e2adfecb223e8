"""What does a drawing say, as a program reads its markup?"""

from __future__ import annotations

from collections.abc import Iterator
from xml.etree import ElementTree as ET

from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.outlines import outlines
from dashboard.outputs.svg.plane import FLUID, Plane

PICTURE = Plane((600, 400))


def parsed(drawing: Drawing, plane: Plane = FLUID) -> ET.Element:
    """The body of a drawing; it has to be well formed."""
    return ET.fromstring(f"<svg>{drawing.body(plane)}</svg>")


def of_class(root: ET.Element, name: str) -> Iterator[ET.Element]:
    """The parts that have that class among theirs."""
    return (part for part in root.iter() if name in part.get("class", "").split())


def words_of(root: ET.Element) -> list[str]:
    """Each text, its lines parted by a stroke."""
    return [lines_of(text) for text in root.iter("text")]


def lines_of(text: ET.Element) -> str:
    """The lines of a text, parted by a stroke."""
    return "|".join("".join(line.itertext()) for line in text)


def regions_of(root: ET.Element) -> list[ET.Element]:
    """The outlines that are filled, in their order."""
    return [use for use in root.iter("use") if use.get("fill")]


def unknown_outlines(drawing: Drawing) -> set[str]:
    """What a drawing refers to and its layers do not have."""
    ids = {id_ for layer in drawing.layers for id_ in outlines(layer).ids}
    return {use.get("href", "#")[1:] for use in parsed(drawing).iter("use")} - ids
