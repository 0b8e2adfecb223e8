"""How does a file look that something has damaged on its way?"""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable
from random import Random

from dashboard.ingest.raw.reading.child.archive import UNPACKING

Mutation = Callable[[bytes, Random], bytes]

MARKS = (b'"', b"'", b";", b",", b"\t", b"\n", b"\r", b"\0", b"\xff", b"\xe9", b"\xc3\xa9", b"=")
NUMBERS = (b"0", b"-1", b"1e999", b"16384", b"900000", b"4294967295", b"99999999999999999999")


def mutated(content: bytes, random: Random) -> bytes:
    """`content` with one to four damages, of its bytes or, in a zip, of an XML inside it."""
    for _ in range(random.randint(1, 4)):
        content = _mutation(content, random)(content, random)
    return content


def _mutation(content: bytes, random: Random) -> Mutation:
    if content.startswith(b"PK") and random.random() < 0.7:
        return _inside_zip
    return random.choice((_flipped, _cut, _doubled_line, _marked, _without, _moved))


def _place(content: bytes, random: Random) -> int:
    return random.randrange(len(content)) if content else 0


def _flipped(content: bytes, random: Random) -> bytes:
    damaged = bytearray(content)
    for _ in range(random.randint(1, 8)):
        if damaged:
            damaged[_place(content, random)] ^= 1 << random.randrange(8)
    return bytes(damaged)


def _cut(content: bytes, random: Random) -> bytes:
    return content[: _place(content, random)]


def _doubled_line(content: bytes, random: Random) -> bytes:
    lines = content.splitlines(keepends=True)
    place = random.randrange(max(1, len(lines)))
    return b"".join([*lines[: place + 1], *lines[place:]])


def _marked(content: bytes, random: Random) -> bytes:
    place = _place(content, random)
    return content[:place] + random.choice(MARKS) * random.randint(1, 3) + content[place:]


def _without(content: bytes, random: Random) -> bytes:
    place = _place(content, random)
    return content[:place] + content[place + random.randint(1, 40) :]


def _moved(content: bytes, random: Random) -> bytes:
    first, second = sorted((_place(content, random), _place(content, random)))
    return content[:first] + content[second:] + content[first:second]


def _inside_zip(content: bytes, random: Random) -> bytes:
    """The zip with one of its entries mutated and packed anew, so that its sums are right."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = {entry.filename: archive.read(entry) for entry in archive.infolist()}
    except (*UNPACKING, RuntimeError):
        # It was damaged before.
        return _flipped(content, random)
    if not parts:
        return _flipped(content, random)
    name = random.choice(sorted(parts))
    parts[name] = random.choice((_xml_number, _xml_element, _flipped, _cut, _without))(
        parts[name], random
    )
    if random.random() < 0.1:
        del parts[name]
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return made.getvalue()


def _xml_number(part: bytes, random: Random) -> bytes:
    """One of the numbers replaced: of a cell, a row, a style, a count, how often a cell is repeated."""
    numbers = list(re.finditer(rb"\d+", part))
    if not numbers:
        return part
    found = random.choice(numbers)
    return part[: found.start()] + random.choice(NUMBERS) + part[found.end() :]


def _xml_element(part: bytes, random: Random) -> bytes:
    """One of the tags left out or doubled."""
    tags = list(re.finditer(rb"<[^>]*>", part))
    if not tags:
        return part
    found = random.choice(tags)
    return part[: found.start()] + found[0] * random.choice((0, 2)) + part[found.end() :]
