"""How is a reader told what an address asks for and nobody knows: which parameter, and what could stand there instead?

Choices are named by what a reader sees on the page, and only a few of them: a list of regions is no help in a message.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from difflib import get_close_matches

FEW = 5
"""How many choices a message names."""

LONGEST = 60
"""Letters of the address that a message repeats, and in which likenesses are looked for."""

ALIKE = 0.7
"""From which likeness on, as difflib counts it, something unknown is taken for a misspelt choice."""


def unknown_parameter(name: str, known: Sequence[str]) -> str:
    """`Le paramètre « gender » n'existe pas. Vouliez-vous dire « genre » ?`"""
    meant = _closest(name, dict(zip(known, known, strict=True)))
    return f"Le paramètre {_quoted(name)} n'existe pas.{_meant(meant)}"


def unknown_values(
    values: Sequence[str], parameter: str, about: str, spellings: Mapping[str, str]
) -> str:
    """`La valeur « X » du paramètre « genre » n'existe pas. Valeurs possibles pour « Genre » : Femmes, Hommes.`

    `about` is what a reader calls the parameter; `spellings` has, for each way to write a choice, its label.
    """
    said = ", ".join(map(_quoted, values[:FEW])) + (", …" if len(values) > FEW else "")
    one = len(values) == 1
    unknown = f"La valeur {said}" if one else f"Les valeurs {said}"
    labels = tuple(dict.fromkeys(spellings.values()))
    # Of few choices all are named; a year is as like any other.
    is_word = one and len(labels) > FEW and not any(map(str.isdigit, values[0]))
    meant = _closest(values[0], spellings) if is_word else ""
    instead = _meant(meant) or f" Valeurs possibles pour « {about} » : {few(labels)}."
    return (
        f"{unknown} du paramètre {_quoted(parameter)} n'exist{'e' if one else 'ent'} pas.{instead}"
    )


def unknown_view(name: str, titles: Mapping[str, str], parameter: str = "") -> str:
    """`La vue « crate » n'existe pas. Vouliez-vous dire « carte » (Carte des régions) ?`

    `titles`: those of the views that there are, by their names. `parameter`: the one that asks for it, if one does.
    """
    where = f" du paramètre « {parameter} »" if parameter else ""
    meant = _closest(name, {title: each for each, title in titles.items()})
    listed = few([f"{title} ({each})" for each, title in titles.items()])
    instead = (
        f" Vouliez-vous dire « {meant} » ({titles[meant]}) ?"
        if meant
        else f" Vues possibles : {listed}."
    )
    return f"La vue {_quoted(name)}{where} n'existe pas.{instead}"


def too_long(most: int) -> str:
    """`L'adresse est trop longue : …`"""
    return (
        f"L'adresse est trop longue : au-delà de {most} caractères, rien n'en est pris en compte. Retirez des vues ou "
        "des filtres."
    )


def too_many_values(name: str, most: int) -> str:
    """`Le paramètre « region » a trop de valeurs : …`"""
    return f"Le paramètre {_quoted(name)} a trop de valeurs : au-delà de {most}, elles ne sont pas prises en compte."


def too_many_screens(most: int) -> str:
    """`Une présentation compte de 1 à 60 vues : …`"""
    return (
        f"Une présentation compte de 1 à {most} vues : les suivantes ne sont pas prises en compte."
    )


def malformed_version(text: str) -> str:
    """`La version « 12 » ne se lit pas : …`"""
    return (
        f"La version {_quoted(text)} ne se lit pas : une version s'écrit en 12 chiffres ou lettres de a à f, telle "
        "qu'elle figure au bas des pages."
    )


def few(choices: Sequence[str]) -> str:
    """The first choices, and how many others there are: `Alsace, Aquitaine, …, Bretagne et 15 autres`."""
    left = len(choices) - FEW
    # "and one other" says no less than the one.
    return ", ".join(choices) if left <= 1 else f"{', '.join(choices[:FEW])} et {left} autres"


def _closest(text: str, spellings: Mapping[str, str]) -> str:
    """The choice that `text` is most like, by its spellings or by itself; empty where it is like none."""
    by_letters = {choice.lower(): choice for choice in spellings.values()}
    by_letters |= {spelling.lower(): choice for spelling, choice in spellings.items()}
    like = get_close_matches(text[:LONGEST].lower(), by_letters, n=1, cutoff=ALIKE)
    return by_letters[like[0]] if like else ""


def _meant(choice: str) -> str:
    return f" Vouliez-vous dire « {choice} » ?" if choice else ""


def _quoted(text: str) -> str:
    return f"« {text if len(text) <= LONGEST else text[:LONGEST] + '…'} »"
