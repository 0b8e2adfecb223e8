"""What does our own presentation template hold? Theme, master and three layouts, all written here."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from dashboard.content.theme import INK, MUTED, OUTSIDE, PAPER
from dashboard.outputs.deck.colours import ACCENTS
from dashboard.outputs.deck.drawing import NAMESPACES, Box
from dashboard.outputs.deck.placeholders import FOOT, Look, placeholder

FONT = "Segoe UI"
"""Its figures are tabular, and every Windows machine, where slides are shown, has it; other offices take their own."""

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


def skeleton() -> bytes:
    """A presentation without slides: 16:9, with the dashboard's fonts and colours as its theme."""
    layouts = [
        (TITLE_SLIDE, "title", _title_layout()),
        (CONTENT_SLIDE, "obj", _content_layout()),
        (FREE_SLIDE, "titleOnly", placeholder(2, "Titre", "title", None) + _around(3)),
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


def _relations(parts: list[tuple[str, str]]) -> str:
    listed = "".join(
        f'<Relationship Id="rId{i}" Type="{_MAIN}/{kind}" Target="{target}"/>'
        for i, (kind, target) in enumerate(parts, start=1)
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
    shapes = band + placeholder(2, "Titre", "title", TITLE) + placeholder(3, "Texte", "body", BODY)
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
    title = placeholder(2, "Titre", "ctrTitle", Box(96, 190, 1088, 150), look=Look(4000, "b"))
    below = Box(96, 356, 1088, 200)
    return title + placeholder(3, "Sous-titre", "subTitle", below, 1, Look(2000)) + _around(4)


def _content_layout() -> str:
    body = placeholder(3, "Contenu", "", None, index=1)
    return placeholder(2, "Titre", "title", None) + body + _around(4)


def _around(first: int, *, own: bool = False) -> str:
    """The footer and the number of the slide."""
    places = (FOOTER, NUMBER) if own else (None, None)
    foot = placeholder(first, "Pied de page", "ftr", places[0], 11, FOOT)
    number = placeholder(first + 1, "Numéro", "sldNum", places[1], 12, FOOT)
    return foot + number
