"""How does an address tell the whole state of a page, and the other way round?

Filters: `promotion=2015-2016,2016-2017`. Paths: `situation.T1=en-emploi-salarie`. Switches: `carte.mesure=ue`.
A second selection, to compare with, has the same parameters behind `b.`: `b.genre=H`.
What a presentation shows, in order: `expo=carte,statut`, which follow the page, or for each exhibit that has its own
selection `expo=carte~genre%3DF%26carte.mesure%3Due~Un%20titre`; the presentation's title: `titre=Commission`.
What an address says and the tables do not know is reported, never dropped in silence: that would widen the population.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from urllib.parse import parse_qsl, quote

from dashboard.domain.dimension import Dimension
from dashboard.domain.selection import Condition, Selection, selection_of
from dashboard.domain.switches import Switch
from dashboard.domain.vocabulary import Vocabulary

ORDER = "expo"
"""The parameter that lists the exhibits of a presentation."""
HEADING = "titre"
"""The parameter that holds the title of a presentation."""
PART = "~"
"""Between the view of an exhibit, its own address and its title."""
MOST_SCREENS = 60
"""More would keep a worker busy for longer than a reader waits."""
LONGEST_TITLE = 200
OTHER = "b."
"""Before each parameter of the second selection."""


@dataclass(frozen=True)
class Address:
    """A selection, the switches that are not at their default, and what could not be understood (in French).

    `other` is the second selection of a comparison. `order` holds the exhibits of a presentation, empty where the
    address leaves them to us; `heading` is its title.
    """

    selection: Selection = Selection()
    switches: Mapping[str, str] = field(default_factory=dict, hash=False)
    problems: tuple[str, ...] = ()
    other: Selection = Selection()
    order: tuple[Screen, ...] = ()
    heading: str = ""


@dataclass(frozen=True)
class Screen:
    """One exhibit of a presentation, with the title that the speaker has given it, if any.

    Without an `address` of its own it follows that of the presentation.
    """

    view: str
    address: Address | None = None
    title: str = ""


def screen_parts(text: str) -> tuple[str, str, str]:
    """The view, the address and the title of an exhibit that is written `view~address~title`."""
    view, _, rest = text.partition(PART)
    search, _, title = rest.partition(PART)
    return view, search, title[:LONGEST_TITLE]


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
    switches: Iterable[Switch],
    exhibits: Collection[str] = (),
) -> Address:
    """What the query string `search` (with or without `?`) asks for, in terms of the loaded tables.

    Values may be given as an address writes them or as the tables code them. `exhibits` are those that can be shown.
    """
    known = {switch.parameter: switch for switch in switches}
    chosen: tuple[dict[Dimension, list[str]], dict[Dimension, list[str]]] = ({}, {})
    positions: dict[str, str] = {}
    problems: list[str] = []
    order: list[Screen] = []
    heading = ""
    for name, text in parse_qsl(search.removeprefix("?"), keep_blank_values=True):
        if name == ORDER:
            order.extend(_read_screens(text, vocabulary, known.values(), exhibits, problems))
            continue
        if name == HEADING:
            heading = text[:LONGEST_TITLE]
            continue
        if name in known:
            _read_position(known[name], text, vocabulary, positions, problems)
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
    if len(order) > MOST_SCREENS:
        problems.append(
            f"Une présentation compte de 1 à {MOST_SCREENS} vues : les suivantes ne sont pas prises en compte."
        )
    return Address(first, positions, tuple(problems), other, tuple(order[:MOST_SCREENS]), heading)


def format_address(
    selection: Selection,
    switches: Mapping[str, str],
    vocabulary: Vocabulary,
    other: Selection = Selection(),
    order: Iterable[Screen] = (),
    heading: str = "",
) -> str:
    """The query string, `?` included, that brings the same page back; empty for the whole population."""
    pairs = [
        *_written(selection, "", vocabulary),
        *_written(other, OTHER, vocabulary),
        *sorted(switches.items()),
        *([(HEADING, heading)] if heading else []),
        *((ORDER, text) for text in _written_screens(tuple(order), vocabulary)),
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


def _written_screens(order: tuple[Screen, ...], vocabulary: Vocabulary) -> Iterator[str]:
    """Exhibits that all follow the page are written by their names alone."""
    if all(screen.address is None for screen in order):
        yield from filter(None, [",".join(screen.view for screen in order)])
        return
    for screen in order:
        own = screen.address
        if own is None:
            yield screen.view
            continue
        search = format_address(own.selection, own.switches, vocabulary, own.other)
        title = [screen.title] if screen.title else []
        yield PART.join((screen.view, search.removeprefix("?"), *title))


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


def _read_screens(
    text: str,
    vocabulary: Vocabulary,
    switches: Iterable[Switch],
    exhibits: Collection[str],
    problems: list[str],
) -> list[Screen]:
    view, search, title = screen_parts(text)
    names = [view] if PART in text else list(dict.fromkeys(filter(None, text.split(","))))
    problems.extend(
        f"La vue « {name} » du paramètre « {ORDER} » n'existe pas. "
        f"Vues possibles : {', '.join(exhibits)}."
        for name in names
        if name not in exhibits
    )
    known = [name for name in names if name in exhibits]
    if PART not in text:
        return [Screen(name) for name in known]
    own = parse_address(search, vocabulary, switches) if known else Address()
    problems.extend(f"Présentation, vue « {view} » : {problem}" for problem in own.problems)
    return [Screen(name, own, title) for name in known]


def _read_position(
    switch: Switch,
    text: str,
    vocabulary: Vocabulary,
    positions: dict[str, str],
    problems: list[str],
) -> None:
    values = [choice.value for choice in switch.choices(vocabulary)]
    if text not in values:
        problems.append(
            f"La valeur « {text} » du paramètre « {switch.parameter} » n'existe pas. "
            f"Valeurs possibles : {', '.join(values)}."
        )
    elif text != switch.default:
        positions[switch.parameter] = text
    else:
        positions.pop(switch.parameter, None)
