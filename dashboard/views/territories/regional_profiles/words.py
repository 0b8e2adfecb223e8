"""What is said of the regions' profiles: one read aloud, all in a sentence, and how to read them?"""

from __future__ import annotations

from dashboard.text.numbers import signed
from dashboard.text.words import capital, counted, listed
from dashboard.views.kit.notes import small_bases_note
from dashboard.views.kit.survey_bases import nobody_because
from dashboard.views.kit.verdicts import CONCLUSIVE, UNTESTED, gap_in_words
from dashboard.views.territories.regional_profiles.profiles import Profiles
from dashboard.views.territories.regions import of_regions

HOW = (
    "Chaque région est comparée aux autres régions réunies, et non à l'ensemble, qui la contient. "
    "Un écart n'est établi que s'il résiste à la correction de Holm (régions comparées : {tested}) ; "
    "sinon il est non concluant, ce qui ne veut pas dire nul. "
    "L'intervalle à 95 % ({method}) est celui d'un écart pris seul."
)
UNTESTABLE = (
    "Chaque région est comparée aux autres régions réunies, mais aucune n'a ici assez de personnes pour qu'un écart "
    "soit testé."
)


def reading(profiles: Profiles) -> str:
    """The widest difference that is conclusive; where none is, the region with most people."""
    compared = [region for region in profiles.shown if region in profiles.differences]
    if not compared:
        return ""

    def rank(code: str) -> tuple[bool, float]:
        difference = profiles.differences[code]
        return difference.conclusive, (
            abs(difference.value) if difference.conclusive else profiles.groups[code].people
        )

    region = max(compared, key=rank)
    trait = profiles.trait
    sentence = (
        f"{capital(profiles.region(region).locative)}, {trait.in_words} : "
        f"{trait.with_base(profiles.groups[region])}, contre {trait.write(profiles.others[region])} "
        "dans les autres régions."
    )
    if profiles.fixed:
        return sentence
    gap = gap_in_words(profiles.differences[region], trait.unit)
    return f"{sentence} {capital(profiles.verdict(region))} : {gap}."


def alternative(profiles: Profiles) -> str:
    """The chart for those who do not see it."""
    conclusive = [
        f"{profiles.region(region).label} ({signed(profiles.differences[region].value)})"
        for region in profiles.shown
        if profiles.verdict(region) == CONCLUSIVE
    ]
    return (
        f"Points et intervalles : {profiles.trait.in_words}, écart entre chaque région et les autres, "
        f"{counted(len(profiles.shown), 'région', feminine=True)}. "
        + (f"Écarts établis : {listed(conclusive)}." if conclusive else "Aucun écart établi.")
    )


def notes(profiles: Profiles) -> tuple[str, ...]:
    """How regions are compared, what a filter changes in it, and which regions are too small."""
    tested = len([region for region in profiles.groups if profiles.is_tested(region)])
    lines = [HOW.format(tested=tested, method=profiles.trait.method) if tested else UNTESTABLE]
    if profiles.fixed:
        lines.append("Un filtre fixe déjà cet indicateur : l'écart n'y apprend rien.")
    if of_regions(profiles.scene.selection):
        lines.append(
            "Le filtre de région choisit les lignes ; la comparaison porte sur toutes les régions."
        )
    small = [
        profiles.region(region).label for region in profiles.shown if not profiles.is_tested(region)
    ]
    return (*lines, *small_bases_note(small, UNTESTED))


def nothing(profiles: Profiles) -> str:
    """Why there is nobody to compare."""
    if profiles.shown:
        return "Il n'y a pas assez de personnes, ici ou dans les autres régions, pour comparer."
    if profiles.trait.surveyed:
        return nobody_because(profiles.scene.selection, profiles.scene.vocabulary)
    return "Personne à compter pour cet indicateur dans cette sélection."
