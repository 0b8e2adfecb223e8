"""At which wave after enrolment does a view look?"""

from __future__ import annotations

from dashboard.domain.dimension import Dimension
from dashboard.domain.switches import Choice, Switch
from dashboard.domain.tables import ReleasedTable

FIRST = "T1"


def wave_switch(view: str) -> Switch:
    """The switch between the waves after enrolment, by default the one that every surveyed cohort has reached."""
    return Switch(
        f"{view}.vague",
        "Vague",
        FIRST,
        lambda vocabulary: tuple(
            Choice(wave, f"{wave} ({vocabulary.codebook.waves[wave].short})")
            for wave in vocabulary.after
        ),
    )


def reached(table: ReleasedTable, at_wave: Dimension) -> int:
    """How many of the people in `table` the survey has asked at the wave of `at_wave`, one of its dimensions."""
    name = str(at_wave)
    return table.count(
        {name: [c for c in table.codes[table.axis(name)] if c != "not_yet_surveyed"]}
    )


def nobody_at(wave: str, because: str, answered: int) -> str:
    """Why nobody of a selection is seen at `wave`: `because`, unless people answered but their turn has not come."""
    if not answered:
        return because
    return f"Les répondants de cette sélection n'ont pas encore été interrogés à {wave}."
