"""What does each column and each code of the exports mean? The codebook as a file that a French Excel opens."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from dashboard.content.view import Scene, View
from dashboard.domain.address import value_of
from dashboard.domain.codebook import Category, Variable
from dashboard.domain.codebook.category import Absence
from dashboard.domain.codebook.variable import Kind
from dashboard.domain.dataset_info import DatasetInfo
from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from dashboard.outputs.csv import french_csv, safe_text
from dashboard.views.registry import offered

HEADER = (
    "variable",
    "libellé",
    "table",
    "nature",
    "vagues",
    "paramètre d'adresse",
    "définition",
    "source",
    "code",
    "libellé du code",
    "valeur dans une adresse",
    "absence",
    "où elle apparaît",
    "données",
)

KINDS: Mapping[Kind, str] = {
    "identifier": "identifiant",
    "wave": "vague",
    "date": "date",
    "category": "catégorie",
    "academic_year": "année universitaire",
    "integer": "nombre entier",
    "band": "tranche",
    "group": "regroupement",
}

ABSENCES: Mapping[Absence, str] = {
    "no_information": "interrogé, sans information",
    "unknown": "inconnu",
    "not_employed": "sans emploi",
    "not_applicable": "sans objet",
    "non_respondent": "non répondant",
    "not_yet_surveyed": "pas encore interrogé",
    "out_of_scope": "hors champ de l'enquête",
}

FILTER = "Filtres"


def write_dictionary(vocabulary: Vocabulary, dataset_info: DatasetInfo) -> bytes:
    """A line for each code of each variable, one for a variable without codes, as `csv.py` writes files.

    Of a number, the codes of its absences alone.
    """
    places = _places(vocabulary)
    told = ", ".join(filter(None, (dataset_info.stamp, f"version {dataset_info.version}")))
    lines = [
        [safe_text(cell) for cell in (*cells, " ; ".join(places.get(variable.name, ())), told)]
        for variable in vocabulary.codebook.variables.values()
        for cells in _lines(variable, vocabulary)
    ]
    return french_csv([HEADER, *lines])


def _lines(variable: Variable, vocabulary: Vocabulary) -> Iterator[tuple[str, ...]]:
    about = _about(variable, vocabulary)
    keys = [Dimension(variable.name, wave) for wave in _waves(variable, vocabulary) or (None,)]
    along = {
        category.code: (key, category)
        for key in keys
        if vocabulary.has(key)
        for category in vocabulary.categories(key)
        if variable.kind != "integer" or category.absence
    }
    for key, category in along.values():
        yield (*about, *_code(key, category, vocabulary))
    if not along:
        yield (*about, "", "", "", "")


def _about(variable: Variable, vocabulary: Vocabulary) -> tuple[str, ...]:
    table = vocabulary.codebook.tables.get(variable.table)
    unit = f" ({variable.unit})" if variable.unit else ""
    computed = " (calculée)" if variable.derived or variable.of else ""
    return (
        variable.name,
        variable.label,
        table.label if table else variable.table,
        f"{KINDS[variable.kind]}{unit}{computed}",
        ", ".join(_waves(variable, vocabulary)),
        variable.parameter,
        variable.definition,
        variable.source,
    )


def _code(key: Dimension, category: Category, vocabulary: Vocabulary) -> tuple[str, ...]:
    is_filter = bool(vocabulary.variable(key.variable).parameter)
    return (
        category.code,
        category.label,
        value_of(key, category.code, vocabulary) if is_filter else "",
        ABSENCES[category.absence] if category.absence else "",
    )


def _waves(variable: Variable, vocabulary: Vocabulary) -> tuple[str, ...]:
    return vocabulary.waves if variable.per_wave else ()


def _places(vocabulary: Vocabulary) -> dict[str, list[str]]:
    """Where each variable appears: among the filters, and in the views that count along it."""
    filters = {key.variable for key in vocabulary.filters}
    places = {name: [FILTER] for name in vocabulary.codebook.variables if name in filters}
    for view in offered(vocabulary).values():
        for name in sorted(_counted_along(view, vocabulary)):
            places.setdefault(name, []).append(view.title_in(vocabulary))
    return places


def _counted_along(view: View, vocabulary: Vocabulary) -> set[str]:
    """The variables of a view as it opens; of one that no filter changes none, as it goes over all."""
    if not view.filtered or view.borrows:
        return set()
    queries = view.ask(Scene(Selection(), {}, vocabulary)).values()
    return {key.variable for query in queries for key in query.by}
