"""What does our own presentation template hold? Theme, master and three layouts, all written here."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from dashboard.content.theme import INK, MUTED, OUTSIDE, PAPER
from dashboard.outputs.deck.colours import ACCENTS
from dashboard.outputs.deck.drawing import NAMESPACES, Box

FONT = "Segoe UI"
"""What the dashboard's pages are set in on the machines where these slides are shown."""

LINK = "#1f5f9e"

TITLE_SLIDE, CONTENT_SLIDE, FREE_SLIDE = "Diapositive de titre", "Titre et contenu", "Titre seul"
"""The names that a French PowerPoint gives to these layouts."""

TITLE = Box(48, 24, 1184, 84)
BODY = Box(48, 124, 1184, 510)
FOOTER = Box(48, 648, 1092, 58)
NUMBER = Box(1160, 672, 72, 34)

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MAIN = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.presentationml"


@dataclass(frozen=True, slots=True)
class _Look:
    """How the text of a placeholder looks, where it differs from its master's; a size of 0 does not."""

    size: int = 0
    anchor: str = "t"


_AS_MASTER = _Look()
_FOOT = _Look(1000, "b")


def skeleton() -> bytes:
    """A presentation without slides: 16:9, with the dashboard's fonts and colours as its theme."""
    layouts = [
        (TITLE_SLIDE, "title", _title_layout()),
        (CONTENT_SLIDE, "obj", _content_layout()),
        (FREE_SLIDE, "titleOnly", _placeholder(2, "Titre", "title", None) + _around(3)),
    ]
    numbers = range(1, len(layouts) + 1)
    parts = {
        "[Content_Types].xml": _content_types(len(layouts)),
        "_rels/.rels": _relations([("officeDocument", "ppt/presentation.xml")]),
        "ppt/presentation.xml": _presentation(),
        "ppt/_rels/presentation.xml.rels": _relations(
            [
                ("slideMaster", "slideMasters/slideMaster1.xml"),
                ("theme", "theme/theme1.xml"),
                ("tableStyles", "tableStyles.xml"),
            ]
        ),
        "ppt/tableStyles.xml": (
            f'<a:tblStyleLst {NAMESPACES} def="{{5C22544A-7EE6-4342-B048-85BDC9FD1C3A}}"/>'
        ),
        "ppt/theme/theme1.xml": _theme(),
        "ppt/slideMasters/slideMaster1.xml": _master(len(layouts)),
        "ppt/slideMasters/_rels/slideMaster1.xml.rels": _relations(
            [
                *(("slideLayout", f"../slideLayouts/slideLayout{i}.xml") for i in numbers),
                ("theme", "../theme/theme1.xml"),
            ]
        ),
    }
    for i, (name, kind, shapes) in enumerate(layouts, start=1):
        parts[f"ppt/slideLayouts/slideLayout{i}.xml"] = _layout(name, kind, shapes)
        parts[f"ppt/slideLayouts/_rels/slideLayout{i}.xml.rels"] = _relations(
            [("slideMaster", "../slideMasters/slideMaster1.xml")]
        )
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, xml in parts.items():
            package.writestr(name, _HEAD + xml)
    return out.getvalue()


def _content_types(layouts: int) -> str:
    kinds = {
        "/ppt/presentation.xml": f"{_TYPE}.presentation.main+xml",
        "/ppt/tableStyles.xml": f"{_TYPE}.tableStyles+xml",
        "/ppt/slideMasters/slideMaster1.xml": f"{_TYPE}.slideMaster+xml",
        "/ppt/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    }
    for i in range(1, layouts + 1):
        kinds[f"/ppt/slideLayouts/slideLayout{i}.xml"] = f"{_TYPE}.slideLayout+xml"
    listed = "".join(f'<Override PartName="{n}" ContentType="{k}"/>' for n, k in kinds.items())
    return (
        '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{listed}</Types>'
    )


def _relations(clicks: list[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{i}" Type="{_MAIN}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(clicks, start=1)
    )
    return f'<Relationships xmlns="{_RELS}">{listed}</Relationships>'


def _presentation() -> str:
    return (
        f"<p:presentation {NAMESPACES}>"
        '<p:sldMasterIdLst><p:sldMasterId id="2147483648" r:id="rId1"/></p:sldMasterIdLst>'
        '<p:sldSz cx="12192000" cy="6858000"/><p:notesSz cx="6858000" cy="9144000"/>'
        f"<p:defaultTextStyle>{_level(1, 1200, 'tx1', space=0)}</p:defaultTextStyle></p:presentation>"
    )


def _theme() -> str:
    named = {
        "dk1": INK,
        "lt1": PAPER,
        "dk2": MUTED,
        "lt2": OUTSIDE,
        **{f"accent{i}": colour for i, colour in enumerate(ACCENTS, start=1)},
        "hlink": LINK,
        "folHlink": MUTED,
    }
    colours = "".join(
        f'<a:{name}><a:srgbClr val="{value[1:].upper()}"/></a:{name}>'
        for name, value in named.items()
    )
    font = f'<a:latin typeface="{FONT}"/><a:ea typeface=""/><a:cs typeface=""/>'
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    lines = "".join(f'<a:ln w="{width}">{fill}</a:ln>' for width in (6350, 12700, 19050))
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'<a:theme {NAMESPACES} name="Tableau de bord"><a:themeElements>'
        f'<a:clrScheme name="Tableau de bord">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Tableau de bord"><a:majorFont>{font}</a:majorFont>'
        f"<a:minorFont>{font}</a:minorFont></a:fontScheme>"
        f'<a:fmtScheme name="Tableau de bord"><a:fillStyleLst>{3 * fill}</a:fillStyleLst>'
        f"<a:lnStyleLst>{lines}</a:lnStyleLst><a:effectStyleLst>{3 * effect}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{3 * fill}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
    )


def _master(layouts: int) -> str:
    band = (
        '<p:sp><p:nvSpPr><p:cNvPr id="9" name="Bande"/><p:cNvSpPr/><p:nvPr userDrawn="1"/></p:nvSpPr>'
        f'<p:spPr>{Box(0, 0, 10, 720).xml()}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
        '<a:solidFill><a:schemeClr val="accent1"/></a:solidFill><a:ln><a:noFill/></a:ln></p:spPr></p:sp>'
    )
    shapes = (
        band + _placeholder(2, "Titre", "title", TITLE) + _placeholder(3, "Texte", "body", BODY)
    )
    colours = 'bg1="lt1" tx1="dk1" bg2="lt2" tx2="dk2" hlink="hlink" folHlink="folHlink" '
    colours += " ".join(f'accent{i}="accent{i}"' for i in range(1, 7))
    ids = "".join(
        f'<p:sldLayoutId id="{2147483648 + i}" r:id="rId{i}"/>' for i in range(1, layouts + 1)
    )
    return (
        f"<p:sldMaster {NAMESPACES}><p:cSld>"
        '<p:bg><p:bgPr><a:solidFill><a:schemeClr val="bg1"/></a:solidFill><a:effectLst/></p:bgPr></p:bg>'
        f"{_tree(shapes + _around(4, own=True))}</p:cSld><p:clrMap {colours}/>"
        f"<p:sldLayoutIdLst>{ids}</p:sldLayoutIdLst><p:txStyles>"
        f"<p:titleStyle>{_level(1, 2400, 'tx1', bold=True)}</p:titleStyle>"
        f"<p:bodyStyle>{_level(1, 1600, 'tx1')}{_level(2, 1400, 'tx2')}</p:bodyStyle>"
        f"<p:otherStyle>{_level(1, 1200, 'tx1', space=0)}</p:otherStyle></p:txStyles></p:sldMaster>"
    )


def _level(number: int, size: int, colour: str, *, bold: bool = False, space: int = 7) -> str:
    above = "" if bold else f'<a:spcBef><a:spcPts val="{100 * space}"/></a:spcBef>'
    return (
        f'<a:lvl{number}pPr marL="{228600 * (number - 1)}" algn="l">'
        f'<a:lnSpc><a:spcPct val="95000"/></a:lnSpc>{above}<a:buNone/>'
        f'<a:defRPr lang="fr-FR" sz="{size}" b="{int(bold)}">'
        f'<a:solidFill><a:schemeClr val="{colour}"/></a:solidFill>'
        f'<a:latin typeface="+{"mj" if bold else "mn"}-lt"/></a:defRPr></a:lvl{number}pPr>'
    )


def _layout(name: str, kind: str, shapes: str) -> str:
    return (
        f'<p:sldLayout {NAMESPACES} type="{kind}" preserve="1">'
        f'<p:cSld name="{name}">{_tree(shapes)}</p:cSld>'
        "<p:clrMapOvr><a:masterClrMapping/></p:clrMapOvr></p:sldLayout>"
    )


def _tree(shapes: str) -> str:
    return (
        '<p:spTree><p:nvGrpSpPr><p:cNvPr id="1" name=""/><p:cNvGrpSpPr/><p:nvPr/></p:nvGrpSpPr>'
        f"<p:grpSpPr/>{shapes}</p:spTree>"
    )


def _title_layout() -> str:
    title = _placeholder(2, "Titre", "ctrTitle", Box(96, 190, 1088, 150), look=_Look(4000, "b"))
    below = Box(96, 356, 1088, 200)
    return title + _placeholder(3, "Sous-titre", "subTitle", below, 1, _Look(2000)) + _around(4)


def _content_layout() -> str:
    body = _placeholder(3, "Contenu", "", None, index=1)
    return _placeholder(2, "Titre", "title", None) + body + _around(4)


def _around(first: int, *, own: bool = False) -> str:
    """The footer and the number of the slide."""
    places = (FOOTER, NUMBER) if own else (None, None)
    foot = _placeholder(first, "Pied de page", "ftr", places[0], 11, _FOOT)
    number = _placeholder(first + 1, "Numéro", "sldNum", places[1], 12, _FOOT)
    return foot + number


def _placeholder(
    number: int, name: str, kind: str, box: Box | None, index: int = 0, look: _Look = _AS_MASTER
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


def _text_style(kind: str, look: _Look) -> str:
    if not look.size:
        return ""
    align = ' algn="r"' if kind == "sldNum" else ""
    small = kind in ("ftr", "sldNum")
    colour = '<a:solidFill><a:schemeClr val="tx2"/></a:solidFill>' if small else ""
    font = "" if kind == "ctrTitle" else '<a:latin typeface="+mn-lt"/>'
    return f'<a:lvl1pPr{align}><a:defRPr sz="{look.size}">{colour}{font}</a:defRPr></a:lvl1pPr>'
