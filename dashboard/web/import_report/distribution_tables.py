"""How is each variable distributed beside the current tables, and what moved oddly?"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markupsafe import Markup

from dashboard.domain.statistics.rates import SMALL_BASE, Share
from dashboard.ingest.raw.result.distributions import Distribution, Line
from dashboard.text.numbers import (
    FRAGILE,
    base_in_brackets,
    points,
    share,
    signed_bounds,
)
from dashboard.text.typography import unbroken
from dashboard.text.words import counted, inside, listed
from dashboard.web.import_report.grid import Row, grid
from dashboard.web.import_report.told import Told
from dashboard.web.markup import Content, tag

COUNTED = {
    "beneficiary": "bénéficiaires",
    "enrolment": "inscriptions",
    "unit": "unités financées",
    "answer": "réponses",
}


TWO = 2


def moves(told: Told) -> Iterator[Content]:
    """A sentence for each difference that chance does not explain; why there is none otherwise."""
    if not told.compared:
        yield tag("p", "Aucun jeu actuel à côté duquel lire ces tables : rien n'est comparé.")
        return
    yield tag(
        "p",
        f"Les personnes ajoutées, ou interrogées pour la première fois à une vague, sont comparées à celles "
        f"{told.compared}. Un écart est établi quand son intervalle à 99 % exclut zéro ; rien n'est jugé en dessous de "
        f"{SMALL_BASE} personnes, ni quand plus d'un tiers d'un côté n'a rien dit. Sur cent écarts sans cause, un est "
        "établi par hasard.",
    )
    sentences = [_moved(one, line) for one in told.distributions for line in _odd(one)]
    if sentences:
        yield tag("ul", [tag("li", sentence) for sentence in sentences])
    else:
        yield tag("p", "Aucun écart établi.")


def _odd(of: Distribution) -> list[Line]:
    """The categories that moved; of two, one says it all."""
    moved = [line for line in of.lines if line.moved is not None and line.moved.conclusive]
    return moved[:1] if len(of.lines) == TWO else moved


def _moved(of: Distribution, line: Line) -> str:
    """`Genre, « Femmes » : 62,0 % (n = 120) parmi les ajoutés, 47,3 % (n = 1 044) avant ; écart +14,7 points…`."""
    difference = line.moved
    low, high = signed_bounds((difference.interval or (0, 0)) if difference else (0, 0))
    return unbroken(
        f"{_title(of)}, « {line.category.label} » : {share(Share(line.added, of.bases.added))} "
        f"{base_in_brackets(of.bases.added)} parmi les ajoutés, {share(Share(line.before, of.bases.before))} "
        f"{base_in_brackets(of.bases.before)} avant ; écart de {points(difference.value if difference else None)} "
        f"[{low} ; {high}]."
    )


def distribution_tables(told: Told) -> Iterator[Content]:
    """One table for each variable: how many, and the shares of those who are known."""
    yield tag(
        "p",
        "Les parts sont celles des personnes (ou des unités, ou des réponses) dont la variable est connue ; les "
        f"absences, en italique, n'entrent dans aucune part. {FRAGILE} : base de moins de {SMALL_BASE}.",
        class_="muted",
    )
    known = [one for one in told.distributions if one.bases.now or one.bases.before]
    beside = bool(told.compared)
    tables = [_table(one, beside=beside) for one in known]
    # Seven columns take the width of the page, three take half of it.
    yield tables if beside else tag("div", tables, class_="two")
    unknown = [inside(_title(one)) for one in told.distributions if one not in known]
    if unknown:
        yield tag("p", f"Rien n'est connu de : {listed(unknown)}.")


def _title(of: Distribution) -> str:
    return f"{of.variable.label} à {of.wave}" if of.wave else of.variable.label


def _table(of: Distribution, *, beside: bool) -> Markup:
    columns = [
        "Catégorie",
        *(("Avant", "Part", "Ajoutés", "Part") if beside else ()),
        "Maintenant",
        "Part",
    ]
    rows = [Row(line.category.label, _cells(line, of, beside=beside)) for line in of.lines]
    bases = of.bases
    rows.append(
        Row("Base", _counts((bases.before, bases.added, bases.now), beside=beside), "total")
    )
    for line in of.absences:
        counts = _counts((line.before, line.added, line.now), beside=beside)
        rows.append(Row(line.category.label, counts, "absence"))
    return grid(f"{_title(of)} ({COUNTED[of.of]})", columns, rows)


def _counts(numbers: Sequence[int], *, beside: bool) -> list[Content | int]:
    """Numbers without a share: before, added, now, or the last alone."""
    return [cell for number in (numbers if beside else numbers[-1:]) for cell in (number, "")]


def _cells(line: Line, of: Distribution, *, beside: bool) -> list[Content | int]:
    now: list[Content | int] = [line.now, _share(line.now, of.bases.now)]
    if not beside:
        return now
    return [
        line.before,
        _share(line.before, of.bases.before),
        line.added,
        _share(line.added, of.bases.added),
        *now,
    ]


def _share(n: int, base: int) -> str:
    part = Share(n, base)
    return f"{share(part)}{f' {FRAGILE}' if part.fragile else ''}"


def odd_in_words(told: Told) -> str:
    """How many differences are established, for the head of the report."""
    odd = sum(len(_odd(one)) for one in told.distributions)
    return f"{counted(odd, 'écart établi', 'écarts établis')} avec le jeu actuel"
