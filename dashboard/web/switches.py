"""How does a reader set the switches of a view?"""

from __future__ import annotations

from functools import lru_cache

from markupsafe import Markup

from dashboard.domain.codebook import Term
from dashboard.domain.glossary import spelt
from dashboard.domain.switches import Choice, Switch, said
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibit import Exhibit
from dashboard.web.markup import as_data, joined, tag
from dashboard.web.prose import Explained


def switches(exhibit: Exhibit, vocabulary: Vocabulary, terms: Explained) -> Markup:
    """The switches of an exhibit's view, one after the other."""
    return joined(
        _switch(
            switch,
            label,
            switch.offered(vocabulary),
            _position(switch, exhibit, vocabulary),
            switch.first(vocabulary),
            terms.first_said(label),
        )
        for switch in exhibit.view.switches
        if switch.is_shown(vocabulary)
        for label in (said(switch.label, vocabulary),)
    )


@lru_cache(maxsize=1024)
def _switch(
    switch: Switch,
    label: str,
    choices: tuple[Choice, ...],
    current: str,
    first: str,
    terms: tuple[Term, ...],
) -> Markup:
    """A switch, its label leading to what it says of `terms`; the address leaves out the `first` position.

    Kept: a page has a score of them, and a filter changes none.
    """
    name = Explained(spelt(terms)).linked(label)
    written = {choice.value: "" if choice.value == first else choice.value for choice in choices}
    if switch.form == "list":
        return _list(switch.parameter, name, choices, current, written)
    buttons = [
        tag(
            "button",
            choice.label,
            type="button",
            class_="choice",
            aria_pressed="true" if choice.value == current else "false",
            data_set=as_data({switch.parameter: written[choice.value]}),
        )
        for choice in choices
    ]
    if switch.form == "player":
        buttons.insert(0, _play_button(switch.parameter))
    content = [tag("span", name, class_="switch-label"), *buttons]
    return tag("div", content, class_="switch", role="group", aria_label=label)


def _list(
    parameter: str,
    name: list[Markup | str],
    choices: tuple[Choice, ...],
    current: str,
    written: dict[str, str],
) -> Markup:
    """A switch with many positions."""
    options = [
        tag("option", choice.label, value=written[choice.value], selected=choice.value == current)
        for choice in choices
    ]
    field = f"switch-{parameter}"
    content = [
        tag("label", name, for_=field),
        tag("select", options, id=field, class_="form-select", data_switch=parameter),
    ]
    return tag("div", content, class_="switch")


def _play_button(parameter: str) -> Markup:
    return tag(
        "button",
        "▶ Lire",
        type="button",
        class_="choice play",
        title="Faire défiler les années",
        data_play=parameter,
    )


def _position(switch: Switch, exhibit: Exhibit, vocabulary: Vocabulary) -> str:
    return exhibit.switches.get(switch.parameter) or switch.first(vocabulary)
