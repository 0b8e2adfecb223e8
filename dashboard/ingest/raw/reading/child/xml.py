"""How is a part of a spreadsheet gone through, element by element, without trusting it?"""

from __future__ import annotations

from collections.abc import Callable
from xml.parsers import expat

from dashboard.ingest.delimited.unreadable import UnreadableError
from dashboard.ingest.raw.reading.child.archive import CHECK, DAMAGED

Attributes = dict[str, str]
Start = Callable[[str, Attributes], None]


def parser(start: Start) -> expat.XMLParserType:
    """A parser that calls `start` at each element and refuses declarations: no spreadsheet program writes any."""
    made = expat.ParserCreate()
    made.buffer_text = True
    made.StartElementHandler = start
    made.StartDoctypeDeclHandler = _refuse
    return made


def parse(made: expat.XMLParserType, content: bytes) -> None:
    """Goes through the whole of `content`; raises UnreadableError where it is no XML."""
    try:
        made.Parse(content, True)
    except expat.ExpatError as error:
        raise UnreadableError(CHECK, DAMAGED) from error


def local(name: str) -> str:
    """`c` of `x:c`: programs write the elements of a format with a prefix or without."""
    return name.rpartition(":")[2]


def _refuse(*_: object) -> None:
    raise UnreadableError(
        CHECK,
        "le classeur contient des déclarations qu'aucun tableur n'écrit : ouvrez-le dans un tableur et "
        "enregistrez-le de nouveau.",
    )
