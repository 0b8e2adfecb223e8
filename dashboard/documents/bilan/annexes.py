"""What stands behind the whole study: regions, the paths of each cohort, contracts, numbers, details, glossary?"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from dashboard.content.charts import Matrix, Tiles
from dashboard.content.content import Section
from dashboard.content.view import View
from dashboard.documents.bilan.plan import METHOD, RECONCILIATION, REGIONS
from dashboard.documents.document import Chapter, Composer, Document, Plate
from dashboard.domain.address import Address
from dashboard.domain.errors import SelectionError
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.views.kit.notes import COHORT
from dashboard.views.registry import offered

STATUS, CONTRACTS = "statut", "contrats"

AS_MATRIX: Mapping[str, str] = {"contrats.forme": "matrice"}
"""The switches by which contracts before and after are a table."""

MOST_ROWS = 120
"""Rows of a table that is printed: longer ones are files of their own."""


def plate_of(exhibit: Exhibit) -> Plate:
    """A matrix is a table already; any other chart is a figure."""
    return Plate(exhibit, "table" if isinstance(exhibit.content.chart, Matrix) else "figure")


def annexes(address: Address, vocabulary: Vocabulary, compose: Composer) -> Iterator[Chapter]:
    """The annexes that show further exhibits; one of which the study offers nothing is left out."""
    known = offered(vocabulary)
    yield from _one(REGIONS, "regions", known, address, compose)
    yield from _paths(known.get(STATUS), address, vocabulary, compose)
    if CONTRACTS in known:
        crossed = compose(known[CONTRACTS], Address(address.selection, AS_MATRIX))
        if not crossed.empty:
            yield Chapter(
                "contrats", crossed.caption.title, plates=(plate_of(crossed),), annex=True
            )
    yield from _one(RECONCILIATION, "rapprochement", known, address, compose)


def _one(
    name: str, place: str, known: Mapping[str, View], address: Address, compose: Composer
) -> Iterator[Chapter]:
    """The annex of one view."""
    if name in known:
        exhibit = compose(known[name], address)
        if not exhibit.empty:
            yield Chapter(place, exhibit.caption.title, plates=(plate_of(exhibit),), annex=True)


def _paths(
    view: View | None, address: Address, vocabulary: Vocabulary, compose: Composer
) -> Iterator[Chapter]:
    """What became of each cohort that has been asked, one after the other."""
    kept = address.selection.codes(COHORT) or vocabulary.cohorts
    cohorts = [cohort for cohort in vocabulary.surveyed_cohorts() if cohort in kept]
    if view is None or len(cohorts) < 2:  # noqa: PLR2004 - of one cohort the chapter has it already.
        return
    each = [Address(address.selection.keeping(COHORT, (cohort,))) for cohort in cohorts]
    try:
        plates = tuple(Plate(exhibit) for one in each if not (exhibit := compose(view, one)).empty)
    except SelectionError:
        # The cohort would be one filter more than the policy answers.
        return
    if plates:
        yield Chapter(
            "parcours",
            f"{view.title_in(vocabulary)}, promotion par promotion",
            plates=plates,
            annex=True,
        )


def numbers_of(figures: Sequence[Plate]) -> Iterator[Chapter]:
    """The data table of each figure."""
    tables = tuple(
        Plate(plate.exhibit, "table")
        for plate in figures
        if plate.form == "figure"
        and not plate.exhibit.empty
        and not isinstance(plate.exhibit.content.chart, Tiles)
        and 0 < len(plate.exhibit.content.data_table.rows) <= MOST_ROWS
    )
    if tables:
        yield Chapter("chiffres", "Les chiffres des figures", plates=tables, annex=True)


def details_of(document: Document) -> Iterator[Chapter]:
    """The notes of every plate, under its number; those of a view that stands twice are said once."""
    seen: set[tuple[str, ...]] = set()
    sections = []
    for plate, label in zip(document.plates, document.labels, strict=True):
        notes = plate.exhibit.caption.notes
        if notes and notes not in seen:
            seen.add(notes)
            sections.append(
                Section(f"{label} – {plate.exhibit.caption.title}", tuple(map(str, notes)))
            )
    if sections:
        yield Chapter(
            "precisions",
            "Précisions sur les figures et les tableaux",
            sections=tuple(sections),
            annex=True,
        )


def words(vocabulary: Vocabulary, method: Sequence[Section]) -> Iterator[Chapter]:
    """Nomenclatures and glossary: the sections of the method that define terms and say nothing else."""
    defined = tuple(section for section in method if section.definitions and not section.paragraphs)
    if defined and METHOD in offered(vocabulary):
        yield Chapter("glossaire", "Nomenclatures et glossaire", sections=defined, annex=True)
