"""In which words is the method explained to a manager? What can be generated comes from the codebook and the tables."""

from __future__ import annotations

import re
from collections.abc import Iterator

from dashboard.content.content import Definition, Section
from dashboard.content.view import Scene
from dashboard.domain.codebook import Variable
from dashboard.domain.statistics.rates import SMALL_BASE
from dashboard.domain.statistics.weighting import HEAVIEST, LEAST, WEIGHTED_ON
from dashboard.text.numbers import FRAGILE, SILENT, day, decimal
from dashboard.text.typography import unbroken
from dashboard.text.words import inside, listed

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
résultats redressés.
"""

SMALL = f"""
En dessous de {SMALL_BASE} personnes, la part porte la marque {FRAGILE} : une ou deux réponses de plus
la changeraient nettement. La marque {SILENT} dit que plus d'un tiers des personnes de la base n'ont rien dit
de la vague : la part dépend alors autant de qui a répondu que de qui a un emploi.
"""

DIFFERENCES = """
La différence de deux parts porte son propre intervalle (méthode de Newcombe). Elle est dite « établie »
si un test le confirme (comparaison de deux proportions ; test exact de Fisher quand on attend moins de 5 personnes
dans une case ; méthode de Welch pour deux âges moyens), et « non concluante » sinon, ce qui ne veut pas dire nulle.
Sous 30 personnes d'un côté, rien n'est testé.

Plus on compare de groupes à la fois, plus le hasard en fait paraître un différent : la correction
de Holm en tient compte.
"""

WEIGHTS = """
Les répondants ne sont pas tout à fait à l'image des interrogés. Le réglage « Redressement » des vues sur le
devenir (flux de la vue d'ensemble compris) et les apports donne à chacun un poids tel qu'ils le soient, pour ce
que l'on sait de tous : {variables}. Les flux sont alors dessinés selon ces poids, et se lisent en parts.

Les poids sont trouvés par calage sur marges : ils sont ajustés à la répartition des interrogés selon une
variable après l'autre, jusqu'à les respecter toutes. Une catégorie de moins de {least} répondants est réunie
à la suivante par la taille, et un poids de plus de {heaviest} fois le poids moyen est ramené à cette limite,
pour qu'aucune réponse n'en écrase d'autres.

Un résultat redressé le dit toujours, à côté de ce qu'il vaut sans redressement, et son intervalle est
élargi de ce que les poids coûtent en précision. Sans ce réglage, rien n'est redressé, comme dans le bilan.
"""

SURVEY_DONE = """
L'enquête « suivi post-formation » est menée en ligne par l'Observatoire des études et carrières du Cnam. Elle
reste ouverte quatre semaines, en septembre ; ceux qui n'ont pas répondu sont relancés par téléphone, avec
l'aide des téléconseillers d'AG2R LA MONDIALE.

Elle porte sur la situation professionnelle à la date de chaque vague et, pour l'emploi d'avant comme pour
celui qui est retrouvé, sur le contrat, la catégorie socioprofessionnelle, le secteur d'activité, la quotité
de travail et le salaire brut mensuel. Qui répond une année et non la suivante est un répondant, sans
information pour la vague qui manque.
"""

PROTECTED = """
Tout nombre affiché, exporté ou copié a d'abord passé cette règle. Aucune ligne qui décrirait une
personne ne quitte le serveur.
"""


def paragraphs(text: str) -> tuple[str, ...]:
    """The paragraphs of `text`, which blank lines part."""
    parts = (re.sub(r"[ \n]+", " ", part).strip() for part in text.strip().split("\n\n"))
    return tuple(unbroken(part) for part in parts)


def chapters(scene: Scene) -> tuple[Section, ...]:
    """Every chapter but the glossary."""
    return (
        _population(scene),
        _waves(scene),
        Section("Ce que veut dire une absence de réponse", paragraphs(ABSENCES)),
        Section("Lire une part et son intervalle", paragraphs(INTERVALS + SMALL)),
        Section("Comparer deux groupes", paragraphs(DIFFERENCES)),
        Section("Redresser les réponses", paragraphs(_weights(scene))),
        Section(
            "La confidentialité",
            (f"Règle en vigueur\u00a0: {scene.dataset_info.disclosure}", *paragraphs(PROTECTED)),
        ),
        _data(scene),
        _nomenclatures(scene),
    )


def _weights(scene: Scene) -> str:
    """What the correction does, with the variables and the bounds that it uses."""
    weighting = scene.vocabulary.weighting
    names = weighting.variables if weighting else WEIGHTED_ON
    labels = [inside(scene.vocabulary.variable(name).label) for name in names]
    return WEIGHTS.format(variables=listed(labels), least=LEAST, heaviest=decimal(HEAVIEST, 0))


def _population(scene: Scene) -> Section:
    population, years = scene.vocabulary.codebook.study.population, scene.vocabulary.academic_years
    present = f"Années universitaires présentes\u00a0: {years[0]} à {years[-1]}."
    return Section("La population", (f"{population}. {present}", *paragraphs(COUNTED)))


def _waves(scene: Scene) -> Section:
    codebook = scene.vocabulary.codebook
    times = len(scene.vocabulary.waves) - 1
    asked = (
        "Une promotion est interrogée une fois par vague après son inscription, d'année en année et à la même "
        f"saison : {times} fois au plus. {_unsurveyed(scene)}"
    )
    dated = f"Date retenue\u00a0: le {codebook.variable('surveyed_on').definition}"
    labels = ((name, f"{codebook.waves[name].label}.") for name in scene.vocabulary.waves)
    return Section(
        "Les vagues de l'enquête",
        (*paragraphs(asked), *paragraphs(SURVEY_DONE), dated),
        tuple(Definition(name, label) for name, label in labels),
    )


def _unsurveyed(scene: Scene) -> str:
    """Which cohorts enrolled before there was a survey."""
    surveyed = scene.vocabulary.surveyed_cohorts()
    early = [c for c in scene.vocabulary.cohorts if surveyed and c < surveyed[0]]
    if not early:
        return ""
    noun, verb = ("La promotion", "l'a") if len(early) == 1 else ("Les promotions", "l'ont")
    return f"{noun} {listed(early)}, d'avant l'enquête, ne {verb} jamais été."


def _data(scene: Scene) -> Section:
    dataset_info = scene.dataset_info
    stamped = (f"{dataset_info.stamp}.",) if dataset_info.stamp else ()
    dated = f"Données au {day(dataset_info.dated)}, version {dataset_info.version}."
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
    """The categories in order, then the groups that gather them, then where they come from.

    Where what is missing is the answer itself, its absences are part of the nomenclature.
    """
    several = len(variable.categories) > 1
    categories = variable.categories if several else variable.by_code.values()
    yield f"{' ; '.join(category.label for category in categories)}."
    for group in variable.groups:
        members = [c.label for c in variable.categories if c.group == group.code]
        if len(members) > 1 and group.label not in members:
            yield f"{group.label} : {listed(members)}."
    if variable.source:
        yield f"Source : {variable.source}."
