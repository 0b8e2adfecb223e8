"""How much may one raw file ask for?"""

from __future__ import annotations

from dataclasses import dataclass

_MEBIBYTE = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Limits:
    """What no export of a centre or of a survey comes near, and what one machine can bear.

    `file_bytes`: of a spreadsheet, read in a process of its own. `text_bytes`: of a text, which is read in this one,
    where it takes some 14 times as much memory: 900,000 rows of eight columns are 64 MB and take 870. `cells`: of one
    table, the empty ones inside it too, since each takes memory: 200,000 rows of 50 columns. `columns`: more is a stray
    cell, or a wrong separator. Of a spreadsheet: `entries`, `entry_bytes` and `unpacked_bytes` of its zip, `ratio` of
    an entry of more than `small_entry_bytes` (sheets shrink to a tenth, at most to a hundredth; a bomb to a
    thousandth). Of the process that reads it: `seconds` of a clock (five million cells take 15 of one core),
    `memory_bytes` (ten million cells take 320 MB, and their texts), and `answer_bytes` of what it hands back.
    """

    file_bytes: int = 256 * _MEBIBYTE
    text_bytes: int = 64 * _MEBIBYTE
    cells: int = 10_000_000
    columns: int = 4096
    entries: int = 4096
    entry_bytes: int = 1024 * _MEBIBYTE
    unpacked_bytes: int = 1536 * _MEBIBYTE
    ratio: int = 300
    small_entry_bytes: int = 10 * _MEBIBYTE
    seconds: float = 180.0
    memory_bytes: int = 2560 * _MEBIBYTE
    answer_bytes: int = 512 * _MEBIBYTE


DEFAULT = Limits()
