"""Is a group named so that it says who it is, where its variable does not stand beside it?"""

import pytest

from dashboard.domain.codebook import Category, Kind, Variable
from dashboard.views.kit.group_names import group_name, short_group_name


def variable(kind: Kind = "category") -> Variable:
    return Variable(
        name="handicap",
        label="Handicap",
        kind=kind,
        table="beneficiaries",
        definition="Situation déclarée.",
        about="leur handicap",
    )


@pytest.mark.parametrize(
    ("category", "name", "short"),
    [
        (
            Category(code="o", label="Oui", phrase="en situation de handicap"),
            "En situation de handicap",
            "Handicap : oui",
        ),
        (Category(code="n", label="Non"), "Handicap : non", "Handicap : non"),
        (Category(code="n", label="Non", short="Sans"), "Handicap : non", "Sans"),
        (
            Category(code="x", label="Autre", role="other"),
            "Handicap : autre",
            "Handicap : autre",
        ),
        (Category(code="a", label="Alsace"), "Alsace", "Alsace"),
        (
            Category(code="i", label="Oui", alone="Handicap connu", phrase="au handicap connu"),
            "Handicap connu",
            "Handicap : oui",
        ),
        (
            Category(code="p", label="Partiel", phrase="ayant dit {about}"),
            "Ayant dit leur handicap",
            "Partiel",
        ),
    ],
)
def test_a_group_says_who_it_is(category: Category, name: str, short: str) -> None:
    assert group_name(category, variable()) == name
    assert short_group_name(category, variable()) == short


def test_a_band_is_its_label() -> None:
    band = Category(code="a", label="Moins de 30 ans", phrase="de moins de 30 ans", upper=29)
    assert group_name(band, variable("band")) == "Moins de 30 ans"
