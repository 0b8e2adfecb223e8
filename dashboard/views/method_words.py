"""In which words is the method told to a manager? What can be generated comes from the codebook and the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.domain.codebook import Variable
from dashboard.domain.rates import SMALL_BASE
from dashboard.text.numbers import FRAGILE, day
from dashboard.text.typography import unbroken
from dashboard.text.words import listed
from dashboard.views.view import Definition, Scene, Section

LISTED = ("category", "band")
"""Kinds of variables whose categories make a nomenclature."""

COUNTED = """
Chacun compte une fois parmi les bénéficiaires, dans la promotion de sa première inscription. Il
compte une fois dans chaque année où il est inscrit, et autant de fois qu'il a d'unités financées
lorsque ce sont les unités que l'on compte.
"""

ABSENCES = """
Une information peut manquer parce que la personne a répondu à une autre vague (sans information),
parce qu'elle n'a jamais répondu (non répondant), parce que son tour n'est pas venu (pas encore
interrogé) ou parce que l'enquête n'existait pas (hors champ).

Ces absences ne sont jamais additionnées, ni comptées comme un zéro : la base d'une part dit qui en
est exclu, et une promotion qui n'a pas atteint une vague n'y a pas de point.
"""

INTERVALS = """
L'enquête interroge tout le monde, et non un échantillon tiré au sort : l'intervalle à 95 % (méthode
de Wilson) ne mesure donc pas le hasard d'un tirage, mais de combien une part observée sur aussi peu
de personnes aurait pu différer si d'autres bénéficiaires, semblables à ceux-ci, avaient vécu les
mêmes parcours. Il ne dit rien de l'erreur qui viendrait de ce que les absents diffèrent des
répondants : pour en juger, voir la comparaison des répondants et des non répondants, et les
résultats pondérés.
"""

SMALL = f"""
En dessous de {SMALL_BASE} personnes, la part porte la marque {FRAGILE} : une ou deux réponses de plus
la changeraient nettement.
"""

DIFFERENCES = """
La différence de deux parts porte son propre intervalle (méthode de Newcombe). Elle est dite « non
concluante » tant que les effectifs ne permettent pas de l'affirmer.

Plus on compare de groupes à la fois, plus le hasard en fait paraître un différent : la correction
de Holm en tient compte.
"""

WEIGHTS = """
Les répondants ne sont pas tout à fait à l'image des interrogés. Un réglage des vues sur le devenir
leur donne des poids tels qu'ils le soient, pour ce que l'on sait de tous.

Un résultat pondéré le dit toujours, à côté de ce qu'il vaut sans pondération. Sans ce réglage, rien
n'est pondéré, comme dans le bilan.
"""

PROTECTED = """
Tout nombre affiché, exporté ou copié a d'abord passé cette règle. Aucune ligne qui décrirait une
personne ne quitte le serveur.
"""


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, which blank lines part."""
    found = (re.sub(r"[ \n]+", " ", part).strip() for part in text.strip().split("\n\n"))
    return tuple(unbroken(part) for part in found)


def chapters(scene: Scene) -> tuple[Section, ...]:
    """Every chapter but the glossary."""
    return (
        _population(scene),
        _waves(scene),
        Section("Ce que veut dire une absence de réponse", paragraphs(ABSENCES)),
        Section("Lire une part et son intervalle", paragraphs(INTERVALS + SMALL)),
        Section("Comparer deux groupes", paragraphs(DIFFERENCES)),
        Section("Pondérer les répondants", paragraphs(WEIGHTS)),
        Section(
            "La confidentialité",
            (f"Règle en vigueur\u00a0: {scene.edition.disclosure}", *paragraphs(PROTECTED)),
        ),
        _data(scene),
        _nomenclatures(scene),
    )


def _population(scene: Scene) -> Section:
    population, years = scene.vocabulary.codebook.study.population, scene.vocabulary.academic_years
    present = f"Années universitaires présentes\u00a0: {years[0]} à {years[-1]}."
    return Section("La population", (f"{population}. {present}", *paragraphs(COUNTED)))


def _waves(scene: Scene) -> Section:
    codebook = scene.vocabulary.codebook
    asked = "Chaque promotion est interrogée plusieurs années de suite, à la même saison."
    dated = f"Date retenue\u00a0: {codebook.variable('surveyed_on').definition}"
    labels = ((name, f"{codebook.waves[name].label}.") for name in scene.vocabulary.waves)
    return Section(
        "Les vagues de l'enquête",
        (asked, dated),
        tuple(Definition(name, label) for name, label in labels),
    )


def _data(scene: Scene) -> Section:
    edition = scene.edition
    stamped = (f"{edition.stamp}.",) if edition.stamp else ()
    dated = f"Données au {day(edition.dated)}, version {edition.version}."
    source = unbroken(f"{scene.vocabulary.codebook.study.source}.")
    changes = "La version change dès qu'une cellule des tables change."
    return Section("Les données", (*stamped, f"{dated} {changes}", source))


def _nomenclatures(scene: Scene) -> Section:
    variables = scene.vocabulary.codebook.variables.values()
    shown = [v for v in variables if v.kind in LISTED and v.categories]
    return Section(
        "Les nomenclatures",
        definitions=tuple(Definition(v.label, unbroken(" ".join(_categories(v)))) for v in shown),
    )


def _categories(variable: Variable) -> Iterator[str]:
    """The categories in order, then the groups that gather them, then where they come from."""
    yield f"{' ; '.join(category.label for category in variable.categories)}."
    for group in variable.groups:
        gathered = [c.label for c in variable.categories if c.group == group.code]
        if len(gathered) > 1:
            yield f"{group.label} : {listed(gathered)}."
    if variable.source:
        yield f"Source : {variable.source}."
