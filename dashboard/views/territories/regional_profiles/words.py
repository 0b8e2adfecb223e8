"""What is said of the regions' profiles: one read aloud, all in a sentence, and how to read them?"""

from __future__ import annotations

from dashboard.text.numbers import signed
from dashboard.text.words import capital, listed, of
from dashboard.views.kit.regions import in_region, of_regions
from dashboard.views.kit.survey_bases import nobody_because
from dashboard.views.kit.verdicts import (
    CONCLUSIVE,
    TOO_FEW,
    TOO_SILENT,
    TOO_UNSURE,
    gap_in_words,
    how_drawn,
    untested_notes,
)
from dashboard.views.territories.regional_profiles.profiles import Profiles


def _how(profiles: Profiles) -> str:
    """How regions are compared, and how the chart is read."""
    noun = profiles.noun
    compared, united = noun.agreeing("comparé"), f"{noun.agreeing('réuni')}s"
    each = f"Chaque {noun.singular} est {compared} aux {profiles.others_named} {united}"
    return (
        f"{each}, et non à l'ensemble, qui {'la' if noun.feminine else 'le'} contient. "
        f"{how_drawn(profiles.trait.method, rounded=profiles.scene.dataset_info.rounded)}"
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
    gap = gap_in_words(profiles.differences[region], trait.unit)
    return (
        f"{capital(in_region(profiles.region(region), profiles.noun))}, "
        f"{trait.measure.valued(trait.with_base(profiles.groups[region]))}, "
        f"contre {trait.write(profiles.others[region])} dans les {profiles.others_named}. "
        f"{capital(profiles.verdict(region))} : {gap}."
    )


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
    if of_regions(profiles.scene.selection, vocabulary):
        lines.append(
            f"Le filtre {of(noun.singular)} choisit les lignes ; "
            f"la comparaison porte sur {noun.every}."
        )
    few, silent, unsure = (
        [
            profiles.region(region).label
            for region in profiles.shown
            if profiles.verdict(region) == verdict
        ]
        for verdict in (TOO_FEW, TOO_SILENT, TOO_UNSURE)
    )
    if profiles.untold:
        names = [profiles.region(region).label for region in profiles.untold]
        lines.append(f"Effectif non diffusé, donc sans ligne : {listed(names)}.")
    return (*lines, *untested_notes(few, silent, unsure))


def of_those_shown(profiles: Profiles) -> str:
    """That the base leaves out the people of regions that are not shown, where there are such."""
    noun = profiles.noun
    return f", dans les {noun.plural} {noun.agreeing('montré')}s" if profiles.untold else ""


def nothing(profiles: Profiles) -> str:
    """Why there is nothing to compare."""
    if profiles.fixed:
        return (
            f"Un filtre fixe déjà cet indicateur : {profiles.noun.every} y ont la même part. "
            "Choisissez-en un autre."
        )
    if profiles.shown:
        return f"Il n'y a pas assez de personnes, ici ou dans les {profiles.others_named}, pour comparer."
    if profiles.trait.surveyed:
        return nobody_because(profiles.scene.selection, profiles.scene.vocabulary)
    return "Personne à compter pour cet indicateur dans cette sélection."
