"""How does a reader set the switches of a view?"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.domain.codebook import Term
from dashboard.domain.glossary import spelt
from dashboard.domain.switches import Choice, Switch, said
from dashboard.domain.vocabulary import Vocabulary
from dashboard.exhibits.exhibit import Exhibit
from dashboard.text.words import inside
from dashboard.web.markup import as_data, joined, tag
from dashboard.web.mount import kept_below
from dashboard.web.prose import Explained

OPTIONS = "Options"
IDLE = " sans effet"


@dataclass(frozen=True, slots=True)
class _Stand:
    """How a switch stands: its positions, the one that holds, the first of them, and why it has no effect, if so."""

    choices: tuple[Choice, ...]
    current: str
    first: str
    idle: str

    def written(self, choice: Choice) -> str:
        """How an address writes `choice`: the first position is left out."""
        return "" if choice.value == self.first else choice.value


def switches(
    exhibit: Exhibit, vocabulary: Vocabulary, terms: Explained, *, expert: bool = False
) -> Markup:
    """The switches of an exhibit's view, one after the other: those of every day, or those for an `expert`."""
    return joined(
        _switch(
            switch,
            label,
            _Stand(
                switch.offered(vocabulary),
                switch.position(exhibit.switches, vocabulary),
                switch.first(vocabulary),
                switch.idle(exhibit.switches),
            ),
            terms.first_said(label),
        )
        for switch in exhibit.view.switches
        if switch.expert is expert and switch.is_shown(vocabulary)
        for label in (said(switch.label, vocabulary),)
    )


def options_said(exhibit: Exhibit, vocabulary: Vocabulary) -> str:
    """What the button of the expert switches says: which of them are not at their default.

    For example `Options : base tous les interrogés, redressement`. One that was asked for and has no effect says so.
    """
    told = [
        f"{words}{IDLE if switch.idle(exhibit.switches) else ''}"
        for switch in exhibit.view.switches
        if switch.expert and switch.is_shown(vocabulary)
        for words in _not_at_default(switch, exhibit, vocabulary)
    ]
    return f"{OPTIONS} : {', '.join(told)}" if told else OPTIONS


def _not_at_default(switch: Switch, exhibit: Exhibit, vocabulary: Vocabulary) -> Iterator[str]:
    """The position that the address asks for, in words, if it is one and not the default."""
    asked = exhibit.switches.get(switch.parameter)
    for choice in switch.offered(vocabulary):
        if choice.value == asked != switch.first(vocabulary):
            yield choice.told or f"{inside(said(switch.label, vocabulary))} {inside(choice.label)}"


@kept_below(1024)
def _switch(switch: Switch, label: str, stand: _Stand, terms: tuple[Term, ...]) -> Markup:
    """A switch, its label leading to what it says of `terms`; an idle one cannot be pressed, and says why.

    Kept: a page has a score of them, and a filter changes none.
    """
    name = Explained(spelt(terms)).linked(label)
    if switch.form == "list":
        return _list(switch.parameter, name, stand)
    buttons = [
        tag(
            "button",
            choice.label,
            type="button",
            class_="choice",
            disabled=bool(stand.idle),
            aria_pressed="true" if choice.value == stand.current else "false",
            data_set=as_data({switch.parameter: stand.written(choice)}),
        )
        for choice in stand.choices
    ]
    if switch.form == "player":
        buttons.insert(0, _play_button(switch.parameter))
    why = tag("span", stand.idle, class_="switch-idle") if stand.idle else None
    content = [tag("span", name, class_="switch-label"), *buttons, why]
    return tag("div", content, class_="switch", role="group", aria_label=label)


def _list(parameter: str, name: list[Markup | str], stand: _Stand) -> Markup:
    """A switch with many positions."""
    options = [
        tag(
            "option",
            choice.label,
            value=stand.written(choice),
            selected=choice.value == stand.current,
        )
        for choice in stand.choices
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
