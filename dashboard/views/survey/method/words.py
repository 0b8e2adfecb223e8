"""In which words is the method explained to a manager? What can be generated comes from the codebook and the tables."""

from __future__ import annotations

from collections.abc import Iterator

from dashboard.content.content import Definition, Section
from dashboard.content.view import Scene
from dashboard.domain.codebook import Variable
from dashboard.domain.statistics.rates import SMALL_BASE
from dashboard.domain.survey_calendar import is_yearly
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import funded
from dashboard.text.numbers import FRAGILE, SILENT, day
from dashboard.text.typography import unbroken
from dashboard.text.words import inside, listed, of
from dashboard.views.kit.benchmarks import named, provenance
from dashboard.views.survey.method.lacks import lacks
from dashboard.views.survey.method.prose import paragraphs
from dashboard.views.survey.method.protection import protection
from dashboard.views.survey.method.weights import weights

LISTED = ("category", "band")
"""Kinds of variables whose categories make a nomenclature."""

COUNTED = """
Chacun compte une fois parmi les bénéficiaires, dans la promotion de sa première inscription. Il
compte une fois dans chaque année où il est inscrit, et autant de fois qu'il a {of_funded}
lorsque ce sont les {units} que l'on compte.
"""

ABSENCES = """
Une information peut manquer parce que la personne a répondu {elsewhere} (sans information),
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
répondants{see}.
"""

SMALL = f"""
En dessous de {SMALL_BASE} personnes, la part porte la marque {FRAGILE} : une ou deux réponses de plus
la changeraient nettement. La marque {SILENT} dit que plus d'un tiers des personnes de la base n'ont rien dit
de la vague : la part dépend alors autant de qui a répondu que de qui a un emploi.
"""

DIFFERENCES = """
La différence de deux parts porte son propre intervalle (méthode de Newcombe{means}), à 99 %. C'est lui qui
est dessiné, et lui seul décide : l'écart est « établi » si l'intervalle exclut zéro, et « non concluant » sinon,
ce qui ne veut pas dire nul. {rounding}Si plus d'un tiers des personnes interrogées d'un côté n'ont rien dit de la
vague, l'écart n'est pas testé, quelle que soit la base de la part : leurs réponses pourraient en décider. Il ne
l'est pas non plus sous {small} personnes d'un côté. Quand l'ordre des deux côtés s'inverse selon que les silencieux
comptent ou non, la vue le dit.

Pourquoi 99 % et non 95 % ? Une page compare de 10 à 30 groupes à la fois. À 95 %, le hasard seul ferait déclarer
établi un écart sur vingt ; à 99 %, un sur cent environ. Une correction qui dépendrait du nombre de lignes
affichées donnerait à la même question une réponse différente selon la page : ici, les deux mêmes
populations reçoivent partout la même conclusion.
"""

ROUNDING = (
    "Il tient compte de l'arrondi : celui de deux parts contient les intervalles de tous les effectifs exacts que les "
    "nombres arrondis laissent possibles. Un écart n'est pas testé non plus quand ils ne disent pas si les seuils qui "
    "suivent sont respectés (« seuil incertain »). "
)

BENCHMARKS = """
Un repère est un chiffre publié ailleurs, à côté duquel une part ou une moyenne se lit. Une ligne en tirets le marque
sur les graphiques qui montrent le même indicateur, sauf quand un filtre le fixe. Aucun écart avec un repère n'est
testé.
"""


def chapters(scene: Scene) -> tuple[Section, ...]:
    """Every chapter but the glossary."""
    vocabulary = scene.vocabulary
    return (
        _population(vocabulary),
        _waves(vocabulary),
        Section("Ce que veut dire une absence de réponse", paragraphs(_absences(vocabulary))),
        Section("Lire une part et son intervalle", paragraphs(_intervals(vocabulary) + SMALL)),
        Section(
            "Comparer deux groupes",
            paragraphs(
                DIFFERENCES.format(
                    means=_means(vocabulary),
                    small=SMALL_BASE,
                    rounding=ROUNDING if scene.dataset_info.rounded else "",
                )
            ),
        ),
        *weights(vocabulary),
        protection(scene),
        _data(scene),
        *_benchmarks(vocabulary),
        *lacks(scene),
        _nomenclatures(vocabulary),
    )


def _population(vocabulary: Vocabulary) -> Section:
    population, years = vocabulary.codebook.study.population, vocabulary.academic_years
    noun = funded(vocabulary)
    present = (
        f"Années universitaires présentes\u00a0: {years[0]} à {years[-1]}."
        if len(years) > 1
        else f"Année universitaire présente\u00a0: {years[0]}."
    )
    counted = COUNTED.format(
        of_funded=f"{of(noun.prose)} {noun.agreeing('financé')}s", units=noun.prose
    )
    return Section("La population", (f"{population.rstrip('.')}. {present}", *paragraphs(counted)))


def _waves(vocabulary: Vocabulary) -> Section:
    codebook = vocabulary.codebook
    asked = f"{_how_often(vocabulary)} {_unsurveyed(vocabulary)}"
    definition = codebook.variable("surveyed_on").definition
    # A day has an article: le 1er septembre.
    day_kept = f"le {definition}" if definition[:1].isdigit() else inside(definition)
    labels = ((name, f"{codebook.waves[name].label}.") for name in vocabulary.waves)
    return Section(
        "Les vagues de l'enquête",
        (
            *paragraphs(asked),
            *paragraphs(codebook.study.survey),
            f"Date retenue\u00a0: {day_kept}",
        ),
        tuple(Definition(name, label) for name, label in labels),
    )


def _how_often(vocabulary: Vocabulary) -> str:
    times = len(vocabulary.after)
    if times == 1:
        return "Une promotion est interrogée une seule fois, après son inscription."
    yearly = ", d'année en année et à la même saison" if is_yearly(vocabulary) else ""
    return (
        f"Une promotion est interrogée une fois par vague après son inscription{yearly} : "
        f"{times} fois au plus."
    )


def _absences(vocabulary: Vocabulary) -> str:
    several = len(vocabulary.waves) > 1
    return ABSENCES.format(elsewhere="à une autre vague" if several else "à une autre question")


def _intervals(vocabulary: Vocabulary) -> str:
    """What an interval tells, and where to look for what it does not."""
    see = []
    if vocabulary.codebook.uses.known_of_all:
        see.append("la comparaison des répondants et des non répondants")
    if vocabulary.weighting:
        see.append("les résultats redressés")
    return INTERVALS.format(see=f" : pour en juger, voir {', et '.join(see)}" if see else "")


def _means(vocabulary: Vocabulary) -> str:
    """How means are compared, where those of regions are."""
    compared = {
        measure.variable
        for measure in vocabulary.codebook.measures
        if vocabulary.variable(measure.variable).kind == "integer"
    }
    if not compared or not vocabulary.layers:
        return ""
    means = "deux âges moyens" if compared == {"age_at_enrolment"} else "deux moyennes"
    return f" ; méthode de Welch pour {means}"


def _unsurveyed(vocabulary: Vocabulary) -> str:
    """Which cohorts enrolled before there was a survey."""
    surveyed = vocabulary.surveyed_cohorts()
    early = [c for c in vocabulary.cohorts if surveyed and c < surveyed[0]]
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


def _benchmarks(vocabulary: Vocabulary) -> tuple[Section, ...]:
    """The outside figures, with what each is of and how far it may be compared; no chapter where there is none."""
    benchmarks = vocabulary.codebook.benchmarks
    if not benchmarks:
        return ()
    definitions = (
        Definition(named(one, vocabulary), unbroken(provenance(one))) for one in benchmarks
    )
    return (Section("Les repères extérieurs", paragraphs(BENCHMARKS), tuple(definitions)),)


def _nomenclatures(vocabulary: Vocabulary) -> Section:
    variables = vocabulary.codebook.variables.values()
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
