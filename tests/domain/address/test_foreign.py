"""Is what mailings, search engines and networks add to an address passed over, and nothing else?"""

import pytest

from dashboard.domain.address import parse_address
from tests.support.vocabularies import VOCABULARY


@pytest.mark.parametrize(
    "name",
    [
        "utm_source",
        "utm_medium",
        "UTM_Campaign",
        "fbclid",
        "gclid",
        "gad_source",
        "mc_cid",
        "mc_eid",
        "msclkid",
        "_ga",
        "_gl",
        "_hsenc",
        "at_medium",
        "xtor",
        "mtm_campaign",
        "pk_kwd",
    ],
)
def test_what_follows_a_reader_is_neither_a_filter_nor_a_fault(name: str) -> None:
    followed = parse_address(f"?{name}=a%2Cb&genre=F&{name}=", VOCABULARY, [])
    assert followed == parse_address("?genre=F", VOCABULARY, [])


@pytest.mark.parametrize("name", ["utm", "clid", "gender", "b.utm", "age", "ga", "source", "id"])
def test_any_other_unknown_parameter_is_a_fault(name: str) -> None:
    (problem,) = parse_address(f"?{name}=F", VOCABULARY, []).problems
    assert f"« {name} »" in problem


def test_an_exhibit_of_a_presentation_is_not_followed_either() -> None:
    titles = {"carte": "Carte"}
    read = parse_address("?expo=carte~genre%3DF%26fbclid%3DIwAR", VOCABULARY, [], titles)
    assert read == parse_address("?expo=carte~genre%3DF", VOCABULARY, [], titles)
    assert read.problems == ()
