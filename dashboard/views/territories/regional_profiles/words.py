"""What is said of the regions' profiles: one read aloud, all in a sentence, and how to read them?"""

from __future__ import annotations

from dashboard.text.numbers import signed
from dashboard.text.words import capital, listed, of
from dashboard.views.kit.notes import small_bases_note
from dashboard.views.kit.regions import in_region, of_regions
from dashboard.views.kit.survey_bases import nobody_because
from dashboard.views.kit.verdicts import CONCLUSIVE, UNTESTED, gap_in_words
from dashboard.views.territories.regional_profiles.profiles import Profiles


def _how(profiles: Profiles) -> str:
    """How regions are compared; of those that are too small, that none is tested."""
    noun = profiles.noun
    compared, united = noun.agreeing("comparé"), f"{noun.agreeing('réuni')}s"
    each = f"Chaque {noun.singular} est {compared} aux {profiles.others_named} {united}"
    tested = len([region for region in profiles.groups if profiles.is_tested(region)])
    if not tested:
        return f"{each}, mais {noun.agreeing('aucun')} n'a ici assez de personnes pour qu'un écart soit testé."
    return (
        f"{each}, et non à l'ensemble, qui {'la' if noun.feminine else 'le'} contient. "
        "Un écart n'est établi que s'il résiste à la correction de Holm "
        f"({noun.plural} {compared}s : {tested}) ; "
        "sinon il est non concluant, ce qui ne veut pas dire nul. "
        f"L'intervalle à 95 % ({profiles.trait.method}) est celui d'un écart pris seul."
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
        f"{capital(in_region(profiles.region(region), profiles.noun))}, {trait.in_words} : "
        f"{trait.with_base(profiles.groups[region])}, contre {trait.write(profiles.others[region])} "
        f"dans les {profiles.others_named}."
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
    each = f"chaque {profiles.noun.singular}"
    return (
        f"Points et intervalles : {profiles.trait.in_words}, écart entre {each} et les autres, "
        f"{profiles.noun.counted(len(profiles.shown))}. "
        + (f"Écarts établis : {listed(conclusive)}." if conclusive else "Aucun écart établi.")
    )


def notes(profiles: Profiles) -> tuple[str, ...]:
    """How regions are compared, what a filter changes in it, and which regions are too small."""
    noun, vocabulary = profiles.noun, profiles.scene.vocabulary
    lines = [_how(profiles)]
    if profiles.fixed:
        lines.append("Un filtre fixe déjà cet indicateur : l'écart n'y apprend rien.")
    if of_regions(profiles.scene.selection, vocabulary):
        lines.append(
            f"Le filtre {of(noun.singular)} choisit les lignes ; "
            f"la comparaison porte sur {noun.every}."
        )
    small = [
        profiles.region(region).label for region in profiles.shown if not profiles.is_tested(region)
    ]
    return (*lines, *small_bases_note(small, UNTESTED))


def nothing(profiles: Profiles) -> str:
    """Why there is nobody to compare."""
    if profiles.shown:
        return f"Il n'y a pas assez de personnes, ici ou dans les {profiles.others_named}, pour comparer."
    if profiles.trait.surveyed:
        return nobody_because(profiles.scene.selection, profiles.scene.vocabulary)
    return "Personne à compter pour cet indicateur dans cette sélection."
