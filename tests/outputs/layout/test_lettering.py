"""Is a text as wide as its longest line, and broken where it becomes narrowest?"""

from dashboard.outputs.layout.lettering import lines_of, narrowest, width_of


def test_a_text_is_as_wide_as_its_longest_line_whatever_its_emphasis() -> None:
    assert width_of("Ouvriers<br><b>12</b>", 12) == width_of("Ouvriers", 12)
    assert width_of("mm", 12) > width_of("nn", 12) > width_of("ii", 12)
    assert lines_of("Ouvriers<br><b>12</b>") == ["Ouvriers", "12"]


def test_a_text_is_broken_where_it_becomes_narrowest() -> None:
    assert narrowest("Admin., enseign., santé 185") == "Admin., enseign.,<br>santé 185"
    assert narrowest("Employés") == "Employés"
