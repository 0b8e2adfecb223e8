"""Is no letter of a picture hidden by its halo, whichever program draws it?"""

import pytest

from dashboard.outputs.svg.picture import write_svg
from dashboard.publication import Publication
from dashboard.views.registry import views
from tests.outputs.halos import letters_of, veiled
from tests.outputs.taken import composed


@pytest.mark.parametrize("name", views())
def test_no_halo_hides_its_letters(name: str, publication: Publication) -> None:
    picture = write_svg(composed(name, "", publication))
    assert letters_of(picture)
    assert veiled(picture) == []


def test_a_halo_over_its_letters_is_found() -> None:
    def text(look: str) -> str:
        return f'<text x="1" y="2" {look}>57</text>'

    def drawn(*texts: str) -> bytes:
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" fill="black">{"".join(texts)}</svg>'.encode()
        )

    assert veiled(drawn(text('stroke="white"'), text(""))) == []
    assert veiled(drawn(text('stroke="white"'))) == ["57"]
    assert veiled(drawn(text('stroke="white" fill="white"'), text(""))) == ["57"]
