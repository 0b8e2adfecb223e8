"""How are the placeholders of our own template written?"""

from __future__ import annotations

from dataclasses import dataclass

from dashboard.outputs.deck.drawing import Box


@dataclass(frozen=True, slots=True)
class Look:
    """How the text of a placeholder looks, where it differs from its master's; a size of 0 does not."""

    size: int = 0
    anchor: str = "t"


AS_MASTER = Look()
FOOT = Look(1000, "b")


def placeholder(
    number: int, name: str, kind: str, box: Box | None, index: int = 0, look: Look = AS_MASTER
) -> str:
    """A placeholder; without a box it stands where its master's stands."""
    kinds = f' type="{kind}"' if kind else ""
    indexed = f' idx="{index}"' if index else ""
    place = f'{box.xml()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>' if box else ""
    inset = (
        f'<a:bodyPr lIns="0" tIns="0" rIns="0" bIns="0" anchor="{look.anchor}">'
        "<a:normAutofit/></a:bodyPr>"
    )
    shown = (
        '<a:fld id="{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}" type="slidenum"><a:rPr lang="fr-FR"/>'
        "<a:t>‹N°›</a:t></a:fld>"
        if kind == "sldNum"
        else f'<a:r><a:rPr lang="fr-FR"/><a:t>{name}</a:t></a:r>'
    )
    return (
        f'<p:sp><p:nvSpPr><p:cNvPr id="{number}" name="{name}"/>'
        f'<p:cNvSpPr><a:spLocks noGrp="1"/></p:cNvSpPr><p:nvPr><p:ph{kinds}{indexed}/></p:nvPr></p:nvSpPr>'
        f"<p:spPr>{place}</p:spPr><p:txBody>{inset if box else '<a:bodyPr/>'}"
        f"<a:lstStyle>{_text_style(kind, look)}</a:lstStyle><a:p>{shown}</a:p></p:txBody></p:sp>"
    )


def _text_style(kind: str, look: Look) -> str:
    if not look.size:
        return ""
    align = ' algn="r"' if kind == "sldNum" else ""
    small = kind in ("ftr", "sldNum")
    colour = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>' if small else ""
    font = "" if kind == "ctrTitle" else '<a:latin typeface="+mn-lt"/>'
    return f'<a:lvl1pPr{align}><a:defRPr sz="{look.size}">{colour}{font}</a:defRPr></a:lvl1pPr>'
