"""Which regions does the drawing of a map fill, and does it refer to outlines that there are?"""

from __future__ import annotations

from xml.etree import ElementTree as ET

from dashboard.outputs.svg.drawing import Drawing
from dashboard.outputs.svg.outlines import outlines
from dashboard.outputs.svg.plane import Plane
from tests.outputs.svg.drawn import page

PICTURE = Plane((600, 400))


def regions_of(root: ET.Element) -> list[ET.Element]:
    """The outlines that are filled, in their order."""
    return [use for use in root.iter("use") if use.get("fill")]


def drawings_of(root: ET.Element) -> list[str]:
    """How each text is drawn, for comparisons."""
    return [ET.tostring(text, encoding="unicode") for text in root.iter("text")]


def unknown_outlines(drawing: Drawing) -> set[str]:
    """What a drawing refers to and its layers do not have."""
    ids = {id_ for layer in drawing.layers for id_ in outlines(layer).ids}
    return {use.get("href", "#")[1:] for use in page(drawing).iter("use")} - ids
