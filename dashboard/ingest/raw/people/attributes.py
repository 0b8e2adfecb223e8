"""What is known of each person, where rows repeat it, complete it and contradict it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from dashboard.domain.codebook import Codebook, Variable
from dashboard.ingest.checks.cells import PERSON
from dashboard.ingest.raw.cleaning.absent_cells import ABSENT, absence_of, is_known
from dashboard.ingest.raw.cleaning.academic_years import first_year
from dashboard.ingest.raw.cleaning.ages import AGE, OUT_OF_BOUNDS, age_in
from dashboard.ingest.raw.ledger import Ledger, Origin
from dashboard.ingest.raw.people.earlier import Earlier
from dashboard.ingest.raw.people.enrolled import COHORT, YEAR
from dashboard.ingest.raw.record import Record
from dashboard.ingest.raw.rule import Rule

TWO_CENTRES = Rule(
    "deux centres",
    "decided",
    "Une personne inscrite dans deux régions compte dans celle de sa première inscription.",
)
CONTRADICTORY = Rule(
    "renseignements contradictoires",
    "decided",
    "Les lignes d'une personne se contredisent : celles de sa première année décident, à la valeur la plus fréquente, "
    "puis dans l'ordre des fichiers et des lignes.",
)
OTHER_BIRTH = Rule(
    "dates de naissance contradictoires",
    "decided",
    "Une personne a deux dates de naissance : la plus fréquente décide, puis l'ordre des fichiers et des lignes.",
)
DIFFERS_FROM_KNOWN = Rule(
    "renseignement déjà connu",
    "decided",
    "Une personne du jeu précédent garde ce que l'on sait d'elle ; un fichier qui en dit autre chose est signalé.",
)
COMPLETED = Rule(
    "renseignement complété",
    "changed",
    "Ce que le jeu précédent ne savait pas d'une personne est complété.",
)
RULES = (TWO_CENTRES, CONTRADICTORY, OTHER_BIRTH, DIFFERS_FROM_KNOWN, COMPLETED)


@dataclass(frozen=True, slots=True)
class _Said:
    """One row says one value; `year` is the calendar year of the enrolment, a late one for a questionnaire."""

    year: int
    origin: Origin
    value: str


LAST = 9999
"""Ranks what a questionnaire says of a person behind what any enrolment does."""


class People:
    """The rows of each person, `answers` their questionnaires, asked for one variable after the other.

    `cohorts` has the cohort of everybody who enrolled, in these rows or before.
    """

    def __init__(
        self,
        people: Mapping[str, Sequence[Record]],
        answers: Mapping[str, Sequence[Record]],
        cohorts: Mapping[str, str],
        book: Codebook,
    ) -> None:
        self._people, self._answers, self._cohorts, self._book = people, answers, cohorts, book
        self._regions = {layer.variable for layer in book.layers}

    def rows(self, earlier: Earlier, ledger: Ledger) -> dict[str, dict[str, str]]:
        """A row of `beneficiaries` for each person; whoever lacks what has no absence is refused with all rows.

        Somebody who is known from earlier is asked for too where there is nothing but a questionnaire.
        """
        kept = {}
        known = (person for person in self._answers if person in earlier.people)
        for person in dict.fromkeys([*self._people, *known]):
            row = self._row(person, earlier.people.get(person, {}), ledger)
            if row is not None:
                kept[person] = row
        return kept

    def _row(self, person: str, known: Mapping[str, str], ledger: Ledger) -> dict[str, str] | None:
        row = {}
        for name in self._book.tables["beneficiaries"].columns:
            if name == PERSON:
                row[name] = person
            elif name == COHORT:
                row[name] = self._cohorts[person]
            else:
                variable = self._book.variables[name]
                found = self._value(person, variable, ledger)
                value = self._beside(known.get(name), found, variable, ledger)
                if isinstance(value, Rule):
                    self._refuse(person, value, variable, ledger)
                    return None
                row[name] = value
        return row

    def _beside(
        self, known: str | None, found: _Said | None, variable: Variable, ledger: Ledger
    ) -> str | Rule:
        """What is written, of what was known before and what is found; a rule where nothing can be."""
        if known and is_known(variable, known):
            if found is not None and not _agree(found.value, known, variable):
                ledger.tell(DIFFERS_FROM_KNOWN, found.origin, variable.label)
            return known
        if found is None:
            absent = known or absence_of(variable)
            return ABSENT if absent is None else absent
        if variable.kind == "integer" and not _within(variable, int(found.value)):
            return OUT_OF_BOUNDS
        if known is not None:
            ledger.tell(COMPLETED, found.origin, variable.label)
        return found.value

    def _refuse(self, person: str, rule: Rule, variable: Variable, ledger: Ledger) -> None:
        """Closes every row of a person, by its own fault in `variable` where it has one, else by another row's."""
        records = self._people.get(person, ())
        faults = [r for r in records if rule is ABSENT and variable.name in r.unreadable]
        for record in records:
            if ledger.is_open(record.origin):
                at = record if record in faults or not faults else faults[0]
                why = at.unreadable.get(variable.name, rule) if faults else rule
                column = at.columns.get(variable.name, variable.label)
                ledger.close(why, record.origin, column)

    def _value(self, person: str, variable: Variable, ledger: Ledger) -> _Said | None:
        births = [r for r in self._people.get(person, ()) if variable.name in r.births]
        if births:
            return self._age(person, births, variable, ledger)
        said = [*self._said(person, variable)]
        if not said:
            return None
        year = min(one.year for one in said)
        first = [one for one in said if one.year == year]
        chosen = _most_frequent(first)
        rule = TWO_CENTRES if variable.name in self._regions else CONTRADICTORY
        others = (one for one in said if not _agree(one.value, chosen.value, variable))
        if other := next(others, None):
            ledger.tell(rule, other.origin, variable.label)
        return chosen

    def _said(self, person: str, variable: Variable) -> Iterable[_Said]:
        cohort = first_year(self._cohorts[person])
        for record in self._people.get(person, ()):
            value = record.value(variable.name)
            if is_known(variable, value):
                year = first_year(record.value(YEAR))
                # An age is of its year: a later one is taken back to the first.
                aged = variable.name == AGE
                value = str(int(value) - (year - cohort)) if aged else value
                yield _Said(year, record.origin, value)
        for record in self._answers.get(person, ()):
            value = record.value(variable.name)
            if is_known(variable, value):
                yield _Said(LAST, record.origin, value)

    def _age(
        self, person: str, records: Sequence[Record], variable: Variable, ledger: Ledger
    ) -> _Said:
        said = [_Said(0, r.origin, r.births[variable.name].isoformat()) for r in records]
        chosen = _most_frequent(said)
        if other := next((one for one in said if one.value != chosen.value), None):
            ledger.tell(OTHER_BIRTH, other.origin, variable.label)
        births = {r.births[variable.name].isoformat(): r.births[variable.name] for r in records}
        age = age_in(births[chosen.value], first_year(self._cohorts[person]))
        return _Said(0, chosen.origin, str(age))


def _most_frequent(said: Sequence[_Said]) -> _Said:
    """One of those that say what most of them do; of two, what is said first."""
    times = Counter(one.value for one in said)
    return max(sorted(said, key=lambda one: one.origin), key=lambda one: times[one.value])


def _agree(one: str, other: str, variable: Variable) -> bool:
    """Whether two values may be of one person: an age that is taken back a year may miss a birthday."""
    if variable.name == AGE:
        return abs(int(one) - int(other)) <= 1
    return one == other


def _within(variable: Variable, number: int) -> bool:
    return (variable.minimum or 0) <= number <= (variable.maximum or 0)
