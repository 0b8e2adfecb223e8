"""In which words are the lines of two selections compared?"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from dashboard.content.comparison.amounts import group_of
from dashboard.content.comparison.line import Line, Unit
from dashboard.content.data_table import Row
from dashboard.content.notes import Caution, Concern
from dashboard.domain.counts import Count, Rounded, Suppressed
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.text.nouns import PEOPLE, Noun
from dashboard.text.numbers import (
    ABSENT,
    count,
    decimal,
    points,
    share,
    signed,
    signed_count,
)
from dashboard.text.words import capital, counted, listed
from dashboard.views.comparison.sides import Pair
from dashboard.views.kit.employment import AT_WORK
from dashboard.views.kit.survey_bases import employed_codes
from dashboard.views.kit.verdicts import (
    CONCLUSIVE,
    INCONCLUSIVE,
    TOO_FEW,
    how_drawn,
    in_brackets,
    untested_notes,
    verdict_of,
)

NOT_COMPARED = "non comparé"

OF_COUNTS = "écart d'effectifs, sans test"

OF_ROUNDED = (
    "Chaque écart est celui de nombres arrondis, ou de parts qui en sont tirées : il l'est aussi."
)
"""What has to be known of gaps where counts are rounded."""

WAVE = "wave"
"""The word of the code for the column of waves, where each row is the share employed at one."""

STEP = "step"
"""The word of the code for the column that tells between which waves people move."""

READ_AS: Mapping[Unit, str] = {"points": "la part", "mean": "la moyenne", "count": "l'effectif"}
"""What the numbers of both sides are, by what their gap is counted in."""

WHY_NOT_COMPARED = (
    f"« {capital(NOT_COMPARED)} » : absence d'information ou promotion trop parcellaire, ligne qui n'existe que d'un "
    "côté ou dont une part n'est pas diffusée, faute de personnes, part que les filtres ou la définition de la ligne "
    "fixent déjà."
)


def verdict(line: Line, pair: Pair) -> str:
    """What may be said of the gap; where it is established, who stands higher."""
    if line.gap is None:
        return NOT_COMPARED
    if line.unit == "count":
        return OF_COUNTS
    if line.difference is None and line.has_small_base:
        return TOO_FEW
    if not line.is_tested:
        return verdict_of(line.difference)
    if not line.is_conclusive:
        return INCONCLUSIVE
    return f"{CONCLUSIVE}, {(pair.first if line.gap > 0 else pair.second).in_words} plus haut"


def name_of(line: Line) -> str:
    """What the line is about: a flow with an arrow, else its categories, said once."""
    if line.keys and line.keys[0].along == STEP:
        step, source, target = line.labels
        return f"{step} · {source} → {target}"
    return " · ".join(dict.fromkeys(line.labels))


def side_in_words(row: Row | None) -> str:
    """A share with what it is of, a mean or a count: `28,9 % (41 sur 142)`, `2,5 (258)`, `258`."""
    if row is not None and row.distribution:
        group = group_of(row)
        return f"{decimal(group.value)} ({count(group.people)})"
    if row is not None and row.base is None and row.count is not None:
        return count(row.count)
    if row is None or not row.share or not row.base:
        return ABSENT
    return f"{share(row.share)} ({count(row.count)} sur {count(row.base)})"


def reading(drawn: Sequence[Line], pair: Pair, vocabulary: Vocabulary) -> str:
    """One of the lines drawn, read aloud: about employment if any is, established if any is, else of most people."""
    if not drawn:
        return ""

    def rank(line: Line) -> tuple[bool, bool, bool, int]:
        at_work = is_of_employed(line, vocabulary)
        return at_work, line.is_conclusive, line.is_tested, line.people

    line = max(drawn, key=rank)
    sides = (
        f"{side_in_words(line.a)} pour « {pair.first.in_words} »",
        f"{side_in_words(line.b)} pour « {pair.second.in_words} »",
    )
    sentence = f"{_what_is_compared(line)} « {name_of(line)} », {READ_AS[line.unit]} est de {' et de '.join(sides)}"
    if line.difference is None:
        return f"{sentence}, soit un écart de {gap_of(line)} ({verdict(line, pair)})."
    gap = " ".join([gap_of(line), *in_brackets(line.difference)])
    return f"{sentence} : {verdict(line, pair)}, {gap}."


def rounding_note(lines: Iterable[Line]) -> tuple[str, ...]:
    """That a gap of rounded numbers is rounded too, where any is one."""
    rows = [row for line in lines if line.gap is not None for row in (line.a, line.b) if row]
    rounded = any(isinstance(n, Rounded) for row in rows for n in (row.count, row.base))
    return (OF_ROUNDED,) if rounded else ()


def _cases(number: int, units: Noun, *, independent: bool) -> str:
    """How many cases a view counts, by what they are: people, or what is funded, of which one has several."""
    return (PEOPLE if independent else units).counted(number)


def _what_is_compared(line: Line) -> str:
    """What the quoted name of a line is a name of."""
    return "Pour le passage" if line.keys and line.keys[0].along == STEP else "Pour"


def gap_of(line: Line) -> str:
    """`+9,7 points`, `+0,3`, `+13`: the gap in its unit; a dash where there is none."""
    if line.gap is None:
        return ABSENT
    if line.unit == "points":
        return points(line.gap)
    return signed(line.gap) if line.unit == "mean" else signed_count(int(line.gap))


def is_of_employed(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line counts people who have a job: a key figure or a status that says so, or what a job is like."""
    if is_share_employed(line, vocabulary):
        return True
    along, code = (line.keys[-1].along, line.keys[-1].code) if line.keys else ("", "")
    if not isinstance(along, Dimension) or not along.wave or along.variable == "status":
        return False
    known = vocabulary.by_code(along).get(code)
    return known is None or known.absence is None


def is_share_employed(line: Line, vocabulary: Vocabulary) -> bool:
    """Whether a line counts who is employed, whatever the job: by a key figure, at a wave, or by a status."""
    along, code = (line.keys[-1].along, line.keys[-1].code) if line.keys else ("", "")
    if isinstance(along, Dimension):
        is_status = bool(along.wave) and along.variable == "status"
        return is_status and code in employed_codes(vocabulary)
    return code.startswith(AT_WORK) or along == WAVE


def alternative(lines: Sequence[Line], pair: Pair) -> str:
    """The figure in words: which gaps stand."""
    conclusive = [name_of(line) for line in lines if line.is_conclusive]
    head = f"Écarts, {pair.gap}"
    if not conclusive:
        return f"{head} : aucun n'est établi."
    return f"{head} ; établis : {listed(conclusive)}."


def directions(pair: Pair) -> str:
    """Of which side each gap is that of the other taken off."""
    always = ", toujours la plus récente moins la précédente" if pair.later else ""
    return f"Écart : {pair.gap}{always}."


def notes_on(
    lines: list[Line],
    pair: Pair,
    units: Noun,
    *,
    shared: Count,
    counted_twice: Count,
    independent: bool,
) -> tuple[str, ...]:
    """What is compared and what is not, and why. Of the `shared` people, the view counts `counted_twice` cases.

    `units` names what is funded, whose cases are not `independent`.
    """
    notes: list[str] = [directions(pair)]
    if any(line.gap is None for line in lines):
        notes.append(WHY_NOT_COMPARED)
    if shared:
        people = counted(shared, "bénéficiaire est", "bénéficiaires sont")
        seen = (
            ""
            if shared == counted_twice or isinstance(counted_twice, Suppressed)
            else f" ({_cases(counted_twice, units, independent=independent)} dans le champ de cette vue)"
        )
        notes.append(
            Caution(
                f"{capital(people)} des deux côtés{seen} : les deux groupes ne sont pas distincts, "
                "aucun écart n'est donc testé, et il n'y a pas d'intervalle.",
                Concern.SAME_PEOPLE,
                f"{capital(people)} des deux côtés : aucun écart n'est testé.",
            )
        )
    elif not independent:
        notes.append(
            Caution(
                f"Les {units.plural} d'un même bénéficiaire ne sont pas {units.agreeing('indépendant')}s : aucun "
                "écart n'est testé, et il n'y a pas d'intervalle.",
                Concern.SAME_PEOPLE,
            )
        )
    if any(line.is_tested for line in lines):
        notes.append(how_drawn(rounded=bool(rounding_note(lines))))
    few = sum(line.has_small_base and line.gap is not None and not line.is_silent for line in lines)
    silent, unsure = sum(line.is_silent for line in lines), sum(line.is_unsure for line in lines)
    where = [[counted(n, "ligne", feminine=True)] if n else [] for n in (few, silent, unsure)]
    notes.extend(untested_notes(*where))
    return tuple(notes)
