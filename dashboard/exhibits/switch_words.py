"""Which switches does a view answer to, and in which words does each stand?"""

from __future__ import annotations

from collections.abc import Mapping

from dashboard.content.view import Scene, View
from dashboard.domain.switches import Switch, said
from dashboard.views.registry import offered_switches


def switches_of(view: View, switches: Mapping[str, str]) -> dict[str, str]:
    """The switches that `view` answers to, of all that an address sets."""
    own = {switch.parameter for switch in view.switches}
    return {name: position for name, position in switches.items() if view.borrows or name in own}


def switch_words(view: View, scene: Scene) -> tuple[tuple[str, str], ...]:
    """The label of each switch of `view` and its position in words; where it shows another view, also that one's."""
    switches = list(view.switches)
    if view.borrows:
        shown = {scene.position(switch) for switch in switches}
        others = offered_switches(scene.vocabulary)
        switches += [s for s in others if s.parameter.partition(".")[0] in shown]
    return tuple(
        (said(switch.label, scene.vocabulary), _position_in_words(switch, scene))
        for switch in switches
        if switch.is_shown(scene.vocabulary)
    )


def _position_in_words(switch: Switch, scene: Scene) -> str:
    labels = {choice.value: choice.label for choice in switch.offered(scene.vocabulary)}
    position = scene.position(switch)
    return labels.get(position, position)
