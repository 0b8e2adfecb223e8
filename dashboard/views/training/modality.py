"""How are the funded units taught, cohort by cohort?"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial

from dashboard.content.content import Content
from dashboard.content.page import TRAINING
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category
from dashboard.domain.dimension import Dimension
from dashboard.domain.needs import variable
from dashboard.domain.query import Query
from dashboard.domain.statistics.rates import Share
from dashboard.domain.tables import ReleasedTable
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import agreed, funded, variable_noun
from dashboard.text.variables import known, long_name, variable_of
from dashboard.views.kit.cohorts.shares import CohortShares, SharesWords
from dashboard.views.kit.notes import COHORT
from dashboard.views.training.funded_words import known_of_no_unit, no_unit, units_have_no_interval

MODALITY, PATHWAY = Dimension("modality"), Dimension("pathway")


def ask(scene: Scene) -> Mapping[str, Query]:
    """The units of each cohort by modality, whatever their pathway."""
    return {"units": Query((COHORT, MODALITY), scene.selection, "unit")}


def tell(scene: Scene, tables: Mapping[str, ReleasedTable]) -> Content:
    """One bar a cohort, filled by the modalities."""
    vocabulary, table = scene.vocabulary, tables["units"]
    units, modality = funded(vocabulary), variable_of(MODALITY, vocabulary)
    words = SharesWords(
        title=f"{modality.title}, par promotion",
        population=_population(vocabulary),
        along=long_name(modality),
        counted=units.several("financé"),
        subject=f"{long_name(modality)} des {units.several('financé')}",
        sentence=partial(_sentence, vocabulary),
        nothing=known_of_no_unit(variable_noun(modality), vocabulary)
        if table.total()
        else no_unit(vocabulary),
    )
    shares = CohortShares(scene, table, MODALITY, units)
    source = vocabulary.codebook.study.source_enrolment
    return shares.content(words, source, (units_have_no_interval(vocabulary),))


def _population(vocabulary: Vocabulary) -> str:
    """`modules financés, toutes années, quelle que soit la filière`: the last where units have one."""
    units = funded(vocabulary).several("financé")
    if any(category.absence for category in vocabulary.categories(MODALITY)):
        units += f" {known(variable_noun(variable_of(MODALITY, vocabulary)))}"
    pathway = variable_of(PATHWAY, vocabulary)
    if not vocabulary.has(PATHWAY) or pathway.noun is None:
        return f"{units}, toutes années"
    noun = variable_noun(pathway)
    whichever = "quelle" if noun.feminine else "quel"
    return f"{units}, toutes années, {whichever} que soit {noun.definite}"


def _sentence(vocabulary: Vocabulary, of_cohort: Share, category: Category) -> str:
    """`12 modules sur 40 (30,0 %) sont suivis dans la modalité « Hybride »`."""
    units, modality = funded(vocabulary), variable_of(MODALITY, vocabulary)
    if modality.noun is None:
        way = f"{agreed(of_cohort, 'relève', 'relèvent')} de la catégorie"
    else:
        followed = units.agreeing("suivi")
        verb = agreed(of_cohort, f"est {followed}", f"sont {followed}s")
        way = f"{verb} dans {variable_noun(modality).definite}"
    return f"{units.of_base(of_cohort)} {way} « {category.label} »"


def title(vocabulary: Vocabulary) -> str:
    """What heads a view about modalities."""
    return variable_of(MODALITY, vocabulary).title


VIEW = View("modalites", TRAINING, 4, title, ask, tell, needs=(variable("modality"),))
