"""Whatever stands in raw files: is a proposal read as it was written, and is no personal value ever in it?"""

from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given
from hypothesis import strategies as st

from dashboard.cli.mapping.told import told
from dashboard.ingest.checks.report import SHOWN
from dashboard.ingest.personal.values import kind_of
from dashboard.ingest.raw.mapping.unconfirmed import unconfirmed
from dashboard.ingest.raw.mapping.write import write_mapping
from tests.ingest.raw.mapping.mappings import codebook, faults_of, read
from tests.ingest.raw.proposals.grids import ENROLMENTS, ROWS, SURVEY, proposal, raw_file
from tests.support.examples import examples

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
WORDS = st.sampled_from(
    [
        "Sexe",
        "Région",
        "Niveau",
        "Cadre",
        "Date",
        "Q01.",
        "[Autre]",
        "avant la formation",
        "CSP",
        "Nom",
        "%",
        '"',
        "#",
    ]
)
HEADERS = st.one_of(TEXTS, st.lists(WORDS, min_size=1, max_size=3).map(" ".join)).filter(
    lambda name: kind_of(name) is None
)
ANSWERS = st.sampled_from(
    ["F", "Homme", "Oui", "non", "CDI", "Bac+3", "", "N/A", "01/02/1980", "31/02/1980", "12"]
)


@examples(200)
@given(
    st.sampled_from([ENROLMENTS, SURVEY]),
    st.dictionaries(
        HEADERS, st.lists(st.one_of(ANSWERS, TEXTS), min_size=1, max_size=8), max_size=4
    ),
)
def test_what_is_proposed_is_read_as_it_was_written_or_refused_as_long_as_it_is_to_fill_in(
    system: dict[str, list[str]], more: dict[str, list[str]]
) -> None:
    mapping = proposal(raw_file({**system, **more, **system}, "résultats [2016]; n° 1.csv")).mapping
    text = write_mapping(mapping, codebook())
    to_fill = [line for line in unconfirmed(mapping) if line.to_fill]
    with TemporaryDirectory() as folder:
        if to_fill:
            assert len(faults_of(Path(folder), text)) >= min(len(to_fill), SHOWN)
        else:
            assert read(Path(folder), text) == mapping
    assert write_mapping(mapping, codebook()) == text


@dataclass(frozen=True)
class People:
    """Columns with what is personal in them, by their headers; `secrets` are all the values that are."""

    columns: dict[str, list[str]]
    secrets: frozenset[str]


LETTERS = st.text("bdfgjkmnpqrtvwxz", min_size=6, max_size=8)
PLACES_OF_NAMES = [
    "Nom", "Prénom", "Contact", "Observations", "Divers", "Sexe", "Modalité", "EPN", "Situation", "Région",
    "Type de contrat", "Identifiant 2", "Q05[other]", "Colonne 7", "Salaire brut mensuel",
]  # fmt: skip


@st.composite
def people(draw: st.DrawFn) -> People:
    """Names, addresses and numbers that no two persons share, in columns for them and in columns of answers."""
    names = draw(st.lists(LETTERS, min_size=ROWS, max_size=ROWS, unique=True))
    columns: dict[str, list[str]] = {}
    secrets: set[str] = set()
    for header in draw(
        st.lists(st.sampled_from(PLACES_OF_NAMES), min_size=1, max_size=5, unique=True)
    ):
        form = draw(st.sampled_from(_FORMS))
        usual = draw(st.sampled_from(["", "F", "FOD", "CDI", "Salarié"]))
        some = draw(st.integers(1, ROWS))
        held = [
            form.format(name=name, capital=name.capitalize(), n=n) for n, name in enumerate(names)
        ]
        columns[header] = [*held[:some], *[usual] * (ROWS - some)]
        secrets.update(held[:some])
    return People(columns, frozenset(secrets))


_FORMS = (
    "{name}@exemple.fr",
    "{capital}",
    "M. {capital}",
    "{n} rue {capital}",
    "06 12 34 56 {n:02}",
    "a été vu par {capital} à la rentrée",
)


@examples(200)
@given(st.sampled_from([ENROLMENTS, SURVEY]), people())
def test_no_personal_value_is_ever_written_or_told(
    system: dict[str, list[str]], held: People
) -> None:
    file = raw_file({**system, **held.columns})
    found = proposal(file)
    said = "\n".join([write_mapping(found.mapping, codebook()), *told([file], found)])
    assert [secret for secret in held.secrets if secret in said] == []
