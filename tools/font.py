"""From which packages, and how, are the files of our font and the table of its widths made?

Run as a program (`python -m tools.font`), it takes two packages with npm, of the versions and hashes below, keeps the
signs that a French page needs, and writes `assets/fonts/` and the table by which labels are measured.
"""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory

from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from dashboard.content.theme import FONT_FAMILY
from tools.npm_package import Package

ROOT = Path(__file__).resolve().parents[1]
FONTS = ROOT / "assets" / "fonts"
WIDTHS = ROOT / "dashboard" / "outputs" / "layout" / "advances.json"


LETTERS = Package(
    "@expo-google-fonts/roboto",
    "0.4.3",
    "kX3wmpmu06fN1yOwYWMdjYJWNUYW6xUiAGeHbvPzzSEb3A3j23JelQ3tAgwQNKgEKRq6wtMmzixy2r7y9c8dsA==",
)
SIGNS = Package(
    "@expo-google-fonts/noto-sans-math",
    "0.4.2",
    "Kgj0kKibznTLYcbpR8Tk2ybr76uMOyrlyoP5F9G+0UiJzAMA4zG/XIlrgXKzfFGERhA0Rc3vbwDeeTxwXPlaYg==",
)

WEIGHTS = {400: "Regular", 600: "SemiBold", 700: "Bold"}
"""The weights that pages and charts use, with their names in the package."""

MEASURED = (400, 700)
"""The weights of labels on charts, whose width the server has to know."""

KEPT = (
    *range(0x20, 0x7F),
    *range(0xA0, 0x180),  # French, and the names of the rest of Europe.
    *range(0x2009, 0x200B),
    *range(0x2010, 0x2016),
    *range(0x2018, 0x201F),
    *map(ord, "†•…‰′″‹›€№™−≈≠≤≥■●"),
)
"""The letters and signs that are kept of the first package, where it has them."""

ADDED = "←↑→↓△▴▶▾◇"
"""The signs that the first package lacks and the second one has."""

THIN_SPACE, NARROW_NO_BREAK_SPACE = 0x2009, 0x202F


def _add_signs(font: TTFont, source: TTFont) -> None:
    """Copies the outlines of `ADDED`, at the size of `font`; all of them stand on one width there already."""
    ratio = font["head"].unitsPerEm / source["head"].unitsPerEm
    glyphs, names = source.getGlyphSet(), source.getBestCmap()
    for sign in ADDED:
        pen = TTGlyphPen(None)
        glyphs[names[ord(sign)]].draw(TransformPen(pen, (ratio, 0, 0, ratio, 0, 0)))
        name = f"sign{ord(sign):04X}"
        outline = pen.glyph()
        font["glyf"][name] = outline
        outline.recalcBounds(font["glyf"])
        width = round(glyphs[names[ord(sign)]].width * ratio)
        font["hmtx"][name] = (width, outline.xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[ord(sign)] = name
    font.setGlyphOrder(font["glyf"].glyphOrder)


def _subset(font: TTFont) -> None:
    options = Options()
    options.layout_features = ["kern"]
    options.hinting = False
    options.name_IDs = [0, 1, 2, 3, 4, 5, 6, 13, 14]
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[*KEPT, *map(ord, ADDED), NARROW_NO_BREAK_SPACE])
    subsetter.subset(font)


def _name(font: TTFont, weight: int) -> None:
    """Another name than the package's, so that nobody takes one for the other."""
    style = WEIGHTS[weight]
    family = FONT_FAMILY if style in ("Regular", "Bold") else f"{FONT_FAMILY} {style}"
    plain = FONT_FAMILY.replace(" ", "")
    texts = {1: family, 3: f"{plain}-{style}", 4: f"{FONT_FAMILY} {style}", 6: f"{plain}-{style}"}
    for record in font["name"].names:
        if record.nameID in texts:
            record.string = texts[record.nameID]


def made(letters: Path, signs: Path, weight: int) -> TTFont:
    """The font of one weight, from the unpacked packages."""
    style = WEIGHTS[weight]
    font = TTFont(next(letters.glob(f"{weight}{style}/*.ttf")))
    for table in font["cmap"].tables:
        if table.isUnicode():
            table.cmap[NARROW_NO_BREAK_SPACE] = table.cmap[THIN_SPACE]
    _add_signs(font, TTFont(next(signs.glob("400Regular/*.ttf"))))
    _subset(font)
    _name(font, weight)
    font.flavor = "woff2"
    return font


def advances(font: TTFont) -> dict[str, int]:
    """How far each sign moves the pen, in thousandths of the size of the letters, by its code point."""
    em, widths = font["head"].unitsPerEm, font["hmtx"]
    return {
        chr(code): round(1000 * widths[name][0] / em)
        for code, name in sorted(font.getBestCmap().items())
    }


def licence(letters: Path, signs: Path) -> str:
    """The licence, which is that of both packages, under the names of the owners of both."""
    texts = [(package / "LICENSE_FONT").read_text(encoding="utf-8") for package in (letters, signs)]
    owners = [text.splitlines()[0] for text in texts]
    return "\n".join([*owners[1:], texts[0]])


def main() -> None:
    """Writes the font's files, their licence and the table of widths."""
    FONTS.mkdir(exist_ok=True)
    tables = {}
    with TemporaryDirectory() as folder:
        letters, signs = LETTERS.unpack(Path(folder)), SIGNS.unpack(Path(folder))
        for weight in WEIGHTS:
            font = made(letters, signs, weight)
            font.save(FONTS / f"{weight}.woff2")
            if weight in MEASURED:
                tables[str(weight)] = advances(font)
        (FONTS / "OFL.txt").write_text(licence(letters, signs), encoding="utf-8")
    WIDTHS.write_text(json.dumps(tables, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
