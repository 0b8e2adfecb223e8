"""Do the words around a picture fill its lines, and is none wider than it may be?"""

from __future__ import annotations

import pytest

from dashboard.outputs.svg.picture_words import HEAVY, Style, paragraph, wrapped

PLAIN = Style(16)


@pytest.mark.parametrize("style", [PLAIN, Style(24, HEAVY), Style(13)])
@pytest.mark.parametrize(
    "text",
    [
        "Que sont devenus les bénéficiaires du partenariat " * 8,
        "Un mot de trois cents lettres : " + "W" * 300 + " et la suite",
        "W" * 300,
    ],
)
def test_words_fill_lines_and_none_is_wider(style: Style, text: str) -> None:
    lines = wrapped(text, style, 700)
    assert len(lines) > 3
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")
    assert max(style.width_of(line) for line in lines) <= 700
    firsts = [line.split(" ")[0] for line in lines[1:]]
    for line, first in zip(lines, firsts, strict=False):
        assert style.width_of(f"{line} {first}") > 700


def test_a_line_does_not_break_where_french_forbids_it() -> None:
    (first, second) = wrapped("effectif n\u00a0=\u00a01\u202f044", PLAIN, 90)
    assert (first, second) == ("effectif", "n\u00a0=\u00a01\u202f044")


def test_what_no_xml_can_hold_and_line_breaks_are_left_out() -> None:
    assert wrapped("a\x00b\x0bc\n d\té\ufffe 😀", PLAIN, 700) == ["abc d é 😀"]


def test_an_empty_text_takes_no_room() -> None:
    assert paragraph("", PLAIN, 36, 100, 700) == ("", 100)


def test_lines_stand_below_each_other() -> None:
    markup, bottom = paragraph("un deux", PLAIN, 36, 100, 40)
    assert markup.count("<text ") == 2
    assert 'y="122"' in markup
    assert bottom == 144
