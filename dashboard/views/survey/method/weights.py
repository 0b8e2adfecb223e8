"""How is the correction for non-response explained: what it does, on what, and where it is offered?"""

from __future__ import annotations

from dashboard.content.content import Section
from dashboard.domain.needs import several_waves, table
from dashboard.domain.statistics.weighting import HEAVIEST, LEAST
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import as_in_the_report
from dashboard.text.numbers import decimal
from dashboard.text.words import inside, listed
from dashboard.views.survey.method.prose import paragraphs

WEIGHTS = """
Les répondants ne sont pas tout à fait à l'image des interrogés. Le réglage « Redressement » des vues sur {views}
donne à chacun un poids tel qu'ils le soient, pour ce que l'on sait de tous : {variables}.{flows}

Les poids sont trouvés par calage sur marges : ils sont ajustés à la répartition des interrogés selon une
variable après l'autre, jusqu'à les respecter toutes. Une catégorie de moins de {least} répondants est réunie
à la suivante par la taille, et un poids de plus de {heaviest} fois le poids moyen est ramené à cette limite,
pour qu'aucune réponse n'en écrase d'autres.

Un résultat redressé le dit toujours, à côté de ce qu'il vaut sans redressement, et son intervalle est
élargi de ce que les poids coûtent en précision. Sans ce réglage, rien n'est redressé{as_in_the_report}.
"""

DRAWN_AS_SHARES = " Les flux sont alors dessinés selon ces poids, et se lisent en parts."


def weights(vocabulary: Vocabulary) -> tuple[Section, ...]:
    """The chapter on weights; none where nothing is known of all, to correct for."""
    weighting = vocabulary.weighting
    names = weighting.variables if weighting else vocabulary.codebook.uses.known_of_all
    if not names:
        return ()
    flows = not several_waves(vocabulary)
    benefits = not table("benefits")(vocabulary)
    text = WEIGHTS.format(
        views="le devenir"
        + (" (flux de la vue d'ensemble compris)" if flows else "")
        + (" et les apports" if benefits else ""),
        variables=listed([inside(vocabulary.variable(name).label) for name in names]),
        flows=DRAWN_AS_SHARES if flows else "",
        least=LEAST,
        heaviest=decimal(HEAVIEST, 0),
        as_in_the_report=as_in_the_report(vocabulary),
    )
    return (Section("Redresser les réponses", paragraphs(text)),)
