"""What does a file say, whatever it looks like? Its texts and numbers, line by line."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from zipfile import ZipFile

from lxml import etree

RENAMED = re.compile(r"\d+(?=\.xml$)")


def of_csv(data: bytes) -> list[str]:
    """The rows."""
    return data.decode("utf-8-sig").splitlines()


def of_xlsx(data: bytes) -> list[str]:
    """The cells of each sheet, and what each chart holds."""
    with ZipFile(BytesIO(data)) as package:
        strings = _shared_strings(package)
        lines = []
        for name in _ordered(package):
            if name.startswith("xl/worksheets/sheet"):
                lines += [f"{name} {cell}" for cell in _cells(package.read(name), strings)]
            elif name.startswith("xl/charts/chart"):
                lines += [f"{name} {text}" for text in _texts(package.read(name), ("v", "t"))]
    return lines


def of_pptx(data: bytes) -> list[str]:
    """The texts of each slide and of its notes, and what each chart holds."""
    with ZipFile(BytesIO(data)) as package:
        lines = []
        for name in _ordered(package):
            if re.match(r"ppt/(slides|notesSlides)/[a-zA-Z]+\d+\.xml", name):
                lines += [f"{name} {text}" for text in _paragraphs(package.read(name))]
            elif name.startswith("ppt/charts/chart"):
                lines += [f"ppt/charts {text}" for text in _texts(package.read(name), ("v", "t"))]
    return lines


READERS: Mapping[str, Callable[[bytes], list[str]]] = {
    "csv": of_csv,
    "xlsx": of_xlsx,
    "pptx": of_pptx,
}


def _ordered(package: ZipFile) -> list[str]:
    """Names of parts in the order of their numbers: `chart10` comes after `chart9`."""

    def rank(name: str) -> tuple[str, int]:
        number = RENAMED.search(name)
        return RENAMED.sub("", name), int(number[0]) if number else 0

    return sorted(package.namelist(), key=rank)


def _shared_strings(package: ZipFile) -> list[str]:
    if "xl/sharedStrings.xml" not in package.namelist():
        return []
    root = etree.fromstring(package.read("xl/sharedStrings.xml"))
    return ["".join(_named(item, ("t",))) for item in root]


def _cells(sheet: bytes, strings: list[str]) -> Iterator[str]:
    for cell in etree.fromstring(sheet).iter("{*}c"):
        value = "".join(_named(cell, ("v", "t")))
        if value:
            yield f"{cell.get('r')} {strings[int(value)] if cell.get('t') == 's' else value}"


def _paragraphs(data: bytes) -> list[str]:
    return [
        "".join(_named(paragraph, ("t",)))
        for paragraph in etree.fromstring(data).iter("{*}p")
        if len(paragraph)
    ]


def _texts(data: bytes, names: tuple[str, ...]) -> list[str]:
    return _named(etree.fromstring(data), names)


def _named(root: etree._Element, names: tuple[str, ...]) -> list[str]:
    return [
        element.text or ""
        for element in root.iter()
        if isinstance(element.tag, str) and etree.QName(element).localname in names
    ]
