"""In which words is it explained how nobody can be recognised?"""

from __future__ import annotations

from dashboard.content.content import Section
from dashboard.content.view import Scene
from dashboard.domain.counts import LEAST_DETAILED, ROUNDING_BASE, SUPPRESSED_TEXT
from dashboard.domain.statistics.rates import LEAST_BASE, LEAST_ROUNDED_BASE, LEAST_ROUNDED_PEOPLE
from dashboard.views.survey.method.prose import paragraphs

EVERYTHING = """
Tout nombre affiché, exporté ou copié a d'abord passé cette règle. Aucune ligne qui décrirait une
personne ne quitte le serveur.
"""

EXACT = f"""
Une part n'est pas montrée sur moins de {LEAST_BASE} personnes : elle est écrite « {SUPPRESSED_TEXT} ».
"""

ROUNDED = f"""
Les effectifs sont arrondis à un multiple de {ROUNDING_BASE}, vers le haut ou vers le bas, au hasard mais toujours de la
même façon : les mêmes personnes donnent le même nombre dans chaque vue et chaque fichier, et demander deux fois
n'apprend rien de plus. En moyenne l'arrondi ne change rien ; un total, arrondi pour lui-même, peut différer de la
somme de ses parties. Un 0 veut dire personne, ou trop peu.

Le détail d'un groupe de moins de {LEAST_DETAILED} personnes n'est pas donné : son effectif est écrit
« {SUPPRESSED_TEXT} » (non diffusé), qu'il y ait quelqu'un ou non. Il n'y a pas de part sur moins de
{LEAST_ROUNDED_BASE} personnes, ni de moyenne ou de médiane sur moins de {LEAST_ROUNDED_PEOPLE}. Ces seuils valent pour
l'effectif arrondi, qui dépasse l'exact de {ROUNDING_BASE - 1} au plus.
Ainsi ce que tous les membres d'un petit groupe ont en commun reste inconnu.

Pourquoi ? Dans des tables exactes, quelques filtres suffisent à isoler une personne que l'on connaît, et à lire ce
qu'elle n'a confié qu'à l'enquête. Les parts et les écarts sont calculés sur les effectifs arrondis. Mais un
écart de deux parts n'est dit établi que s'il l'est pour tous les effectifs exacts que les nombres arrondis laissent
possibles.
"""

FILE = """
Le dossier du délégué à la protection des données, docs/confidentialite.md, donne la source de chaque seuil, les
attaques essayées et ce qui reste à risque.
"""


def protection(scene: Scene) -> Section:
    """The rule that is kept, what it changes in the numbers, and who may read more."""
    what = ROUNDED if scene.dataset_info.rounded else EXACT
    rule = f"Règle en vigueur\u00a0: {scene.dataset_info.disclosure}"
    return Section(
        "La confidentialité", (rule, *paragraphs(what), *paragraphs(EVERYTHING + "\n" + FILE))
    )
