"""How does a drawing get onto a slide, as one group that can be moved and that has an alternative text?"""

from __future__ import annotations

from lxml.etree import _Element
from pptx.oxml import parse_xml
from pptx.oxml.shapes.groupshape import CT_GroupShape
from pptx.slide import Slide

from dashboard.outputs.deck.drawing import NAMESPACES, Box, Drawing, attribute

_P = "http://schemas.openxmlformats.org/presentationml/2006/main"


def add_group(slide: Slide, drawing: Drawing, name: str, alternative: str, box: Box) -> None:
    """Puts `drawing` on the slide as one group."""
    tree = slide.shapes._spTree  # noqa: SLF001 - python-pptx makes no freeform with curves.
    tree.append(_grouped(drawing, name, alternative, box, free_number(tree)))


def free_number(tree: CT_GroupShape) -> int:
    """A number that no shape of the slide has yet."""
    return max(int(number) for number in tree.xpath("//p:cNvPr/@id")) + 1


def _grouped(drawing: Drawing, name: str, alternative: str, box: Box, first: int) -> _Element:
    """`drawing` as one group, its shapes numbered from `first`, with its alternative text."""
    frame = box.xml()
    inner = frame.removeprefix("<a:xfrm>").removesuffix("</a:xfrm>")
    inner = inner.replace("<a:off", "<a:chOff").replace("<a:ext", "<a:chExt")
    frame = frame.replace("</a:xfrm>", f"{inner}</a:xfrm>")
    group: _Element = parse_xml(
        f"<p:grpSp {NAMESPACES}><p:nvGrpSpPr>"
        f'<p:cNvPr id="0" name={attribute(name)} descr={attribute(alternative)}/><p:cNvGrpSpPr/><p:nvPr/>'
        f"</p:nvGrpSpPr><p:grpSpPr>{frame}</p:grpSpPr>{''.join(drawing.shapes)}</p:grpSp>"
    )
    for number, properties in enumerate(group.iter(f"{{{_P}}}cNvPr"), start=first):
        properties.set("id", str(number))
    return group
