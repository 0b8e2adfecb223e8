"""How does an address tell the whole state of a page, and the other way round?

Filters: `promotion=2015-2016,2016-2017`. Paths: `situation.T1=en-emploi-salarie`. Switches: `carte.mesure=ue`.
A second selection, to compare with, has the same parameters behind `b.`: `b.genre=H`.
The order of a presentation: `expo=carte,statut`.
What an address says and the tables do not know is reported, never dropped in silence: that would widen the population.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote

from dashboard.domain.dimension import Dimension
from dashboard.domain.options import Option
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.vocabulary import Vocabulary

ORDER = "expo"
"""The parameter that lists the exhibits of a presentation."""
OTHER = "b."
"""Before each parameter of the second selection."""


@dataclass(frozen=True)
class Address:
    """A selection, the switches that are not at their default, and what could not be understood (in French).

    `other` is the second selection of a comparison. `order` names the exhibits of a presentation; empty where the
    address leaves them to us.
    """

    selection: Selection = Selection()
    settings: Mapping[str, str] = field(default_factory=dict)
    problems: tuple[str, ...] = ()
    other: Selection = Selection()
    order: tuple[str, ...] = ()


def parameter_of(key: Dimension, vocabulary: Vocabulary) -> str:
    """The name of a dimension in an address: `genre`, `situation.T1`."""
    name = vocabulary.variable(key.variable).parameter
    return name if key.wave is None else f"{name}.{key.wave}"


def value_of(key: Dimension, code: str, vocabulary: Vocabulary) -> str:
    """The name of a category in an address."""
    return vocabulary.category(key, code).parameter_value


def parse_address(
    search: str,
    vocabulary: Vocabulary,
    options: Iterable[Option],
    exhibits: Collection[str] = (),
) -> Address:
    """What the query string `search` (with or without `?`) asks for, in terms of the loaded tables.

    Values may be given as an address writes them or as the tables code them. `exhibits` are those that can be shown.
    """
    known = {option.parameter: option for option in options}
    chosen: tuple[dict[Dimension, list[str]], dict[Dimension, list[str]]] = ({}, {})
    settings: dict[str, str] = {}
    problems: list[str] = []
    order: list[str] = []
    for name, text in parse_qsl(search.removeprefix("?"), keep_blank_values=True):
        if name == ORDER:
            order.extend(_read_order(text, exhibits, problems))
            continue
        if name in known:
            _read_setting(known[name], text, vocabulary, settings, problems)
            continue
        second = name.startswith(OTHER)
        key = _dimension_of(name.removeprefix(OTHER), vocabulary)
        if key is None:
            problems.append(f"Le paramètre « {name} » n'existe pas.")
            continue
        found = _read_codes(name, key, text, vocabulary, problems)
        chosen[second].setdefault(key, []).extend(found)
    first, other = (
        selection_of(Condition(key, tuple(codes)) for key, codes in one.items() if codes)
        for one in chosen
    )
    return Address(first, settings, tuple(problems), other, tuple(dict.fromkeys(order)))


def format_address(
    selection: Selection,
    settings: Mapping[str, str],
    vocabulary: Vocabulary,
    other: Selection = Selection(),
    order: Iterable[str] = (),
) -> str:
    """The query string, `?` included, that brings the same page back; empty for the whole population."""
    shown = ",".join(order)
    pairs = [
        *_written(selection, "", vocabulary),
        *_written(other, OTHER, vocabulary),
        *sorted(settings.items()),
        *([(ORDER, shown)] if shown else []),
    ]
    return "?" + "&".join(f"{n}={quote(v, safe=',')}" for n, v in pairs) if pairs else ""


def _written(
    selection: Selection, prefix: str, vocabulary: Vocabulary
) -> Iterator[tuple[str, str]]:
    rank = {name: i for i, name in enumerate(vocabulary.codebook.variables)}
    for condition in sorted(
        selection, key=lambda c: (c.dimension.wave or "", rank[c.dimension.variable])
    ):
        key = condition.dimension
        listed = [code for code in vocabulary.codes(key) if code in condition.codes]
        values = ",".join(value_of(key, code, vocabulary) for code in listed)
        yield f"{prefix}{parameter_of(key, vocabulary)}", values


def _dimension_of(name: str, vocabulary: Vocabulary) -> Dimension | None:
    parameter, _, wave = name.partition(".")
    variable = vocabulary.codebook.by_parameter.get(parameter)
    if variable is None:
        return None
    key = Dimension(variable.name, wave or None)
    if not vocabulary.has(key) or variable.kind == "integer":
        return None
    return key if vocabulary.selects_people(key) else None


def _read_codes(
    name: str, key: Dimension, text: str, vocabulary: Vocabulary, problems: list[str]
) -> list[str]:
    listed = vocabulary.categories(key)
    accepted = {category.code: category.code for category in listed}
    accepted |= {category.parameter_value: category.code for category in listed}
    codes = []
    for value in text.split(","):
        if value in accepted:
            codes.append(accepted[value])
        else:
            valid = ", ".join(category.parameter_value for category in listed)
            problems.append(
                f"La valeur « {value} » du paramètre « {name} » n'existe pas. "
                f"Valeurs possibles : {valid}."
            )
    return codes


def _read_order(text: str, exhibits: Collection[str], problems: list[str]) -> list[str]:
    names = [name for name in text.split(",") if name]
    problems.extend(
        f"La vue « {name} » du paramètre « {ORDER} » n'existe pas. "
        f"Vues possibles : {', '.join(exhibits)}."
        for name in names
        if name not in exhibits
    )
    return [name for name in names if name in exhibits]


def _read_setting(
    option: Option,
    text: str,
    vocabulary: Vocabulary,
    settings: dict[str, str],
    problems: list[str],
) -> None:
    values = [choice.value for choice in option.choices(vocabulary)]
    if text not in values:
        problems.append(
            f"La valeur « {text} » du paramètre « {option.parameter} » n'existe pas. "
            f"Valeurs possibles : {', '.join(values)}."
        )
    elif text != option.default:
        settings[option.parameter] = text
    else:
        settings.pop(option.parameter, None)
