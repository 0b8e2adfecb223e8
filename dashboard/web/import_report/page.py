"""What is the report of an import: one page, without a script, to read on a screen and on paper?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup

from dashboard.disclosure.policy import INTERNAL_DOCUMENT
from dashboard.ingest.raw.result.account import totals
from dashboard.ingest.raw.result.own_report import TITLE
from dashboard.ingest.raw.result.threshold import refused_of_all, too_many_refused
from dashboard.ingest.raw.rule import EFFECTS
from dashboard.ingest.raw.rules import RULES
from dashboard.text.numbers import count, day, decimal, percent
from dashboard.text.typography import unbroken
from dashboard.text.words import counted, listed
from dashboard.web.import_report.columns_left_out import columns_left_out
from dashboard.web.import_report.distribution_tables import (
    distribution_tables,
    moves,
    odd_in_words,
)
from dashboard.web.import_report.grid import Row, grid
from dashboard.web.import_report.rows_read import decided, left_out, merged, rows_read
from dashboard.web.import_report.style import STYLE
from dashboard.web.import_report.told import Told
from dashboard.web.markup import Content, joined, tag


@dataclass(frozen=True)
class _Section:
    """A section: its place, its title, what it holds."""

    anchor: str
    title: str
    content: Callable[[Told], Iterable[Content]]


def report(told: Told) -> bytes:
    """The page, in UTF-8. It counts few people exactly, and so says at its head and in print that it stays within."""
    head = tag(
        "head",
        [
            tag("meta", charset="utf-8"),
            tag("meta", name="viewport", content="width=device-width, initial-scale=1"),
            tag("title", f"{TITLE} : {told.book.study.description or told.book.study.title}"),
            # A style sheet is no text: nothing in it is of a file.
            Markup(f"<style>{STYLE}</style>"),  # noqa: S704
        ],
    )
    sections = [s for s in SECTIONS if s.content is not distribution_tables or told.distributions]
    body = tag(
        "body",
        tag(
            "main",
            [
                tag("p", INTERNAL_DOCUMENT, class_="mark"),
                tag("h1", TITLE),
                tag("p", _about(told), class_="muted"),
                *_summary(told),
                _contents(sections),
                *(_section(section, told) for section in sections),
            ],
        ),
    )
    page = joined([Markup("<!doctype html>\n"), tag("html", [head, body], lang="fr")])
    return f"{page}\n".encode()


def _about(told: Told) -> str:
    names = [f"« {m.name} », version {m.version}" for m, _ in told.provenance.mappings]
    onto = f" Ajouté aux {told.provenance.onto_told}." if told.provenance.onto_told else ""
    study = told.book.study.description or told.book.study.title
    return (
        f"{study}. Données au {day(told.provenance.dated)}. "
        f"{'Correspondances' if len(names) > 1 else 'Correspondance'} : {listed(names)}.{onto}"
    )


def _summary(told: Told) -> Iterator[Content]:
    sums = totals(told.made.ledger.accounts)
    yield tag("p", _verdict(told), class_="verdict" if told.written else "verdict stopped")
    yield from (tag("p", str(alarm), class_="verdict stopped") for alarm in told.alarms)
    tables = told.made.tables
    figures = [
        (sums["read"], "ligne lue", "lignes lues"),
        (sums["kept"], "gardée", "gardées"),
        (sums["refused"], "refusée", "refusées"),
        (sums["merged"], "fusionnée", "fusionnées"),
        (len(tables["beneficiaries"]), "bénéficiaire", "bénéficiaires"),
        (len(tables["units"]), "unité financée", "unités financées"),
        (len(tables["survey"]), "ligne d'enquête", "lignes d'enquête"),
    ]
    yield tag(
        "ul",
        [tag("li", [tag("b", count(n)), many if n > 1 else one]) for n, one, many in figures],
        class_="figures",
    )
    if told.compared:
        yield tag("p", f"{odd_in_words(told).capitalize()}.")


def _verdict(told: Told) -> str:
    accounts = told.made.ledger.accounts
    refused = percent(refused_of_all(accounts).percent)
    threshold = f"seuil de {decimal(told.most)} %"
    if told.written:
        return f"Import écrit : {refused} des lignes refusées, pour un {threshold}."
    files = [
        f"{percent(one.percent)} de celles de {one.file}"
        for one in too_many_refused(accounts, told.most)
        if one.file
    ]
    of_files = f" ; {listed(files)}" if files else ""
    beyond = f", au-delà du {threshold}" if too_many_refused(accounts, told.most) else ""
    nobody = "" if told.made.tables["beneficiaries"] else " Il ne reste aucun bénéficiaire."
    return f"Rien n'est écrit : {refused} des lignes refusées{of_files}{beyond}.{nobody}"


def _contents(sections: Iterable[_Section]) -> Markup:
    links = [tag("li", tag("a", s.title, href=f"#{s.anchor}")) for s in sections]
    return tag("nav", tag("ul", links), aria_label="Sommaire")


def _section(section: _Section, told: Told) -> Markup:
    name = f"{section.anchor}-titre"
    content = [tag("h2", section.title, id=name), *section.content(told)]
    return tag("section", content, id=section.anchor, aria_labelledby=name)


def _warnings(told: Told) -> Iterator[Content]:
    findings = [one for one in told.findings if one.level == "warning"]
    gaps = [
        f"{wave} de la promotion {cohort} : aucune réponse dans les fichiers ; chacun y est sans information."
        for cohort, wave in told.made.unanswered
    ]
    said = [unbroken(f"{f.place} : {f.message}" if str(f.place) else f.message) for f in findings]
    if not said and not gaps:
        yield tag("p", "Aucun avertissement.")
        return
    yield tag("ul", [tag("li", text) for text in [*said, *map(unbroken, gaps)]])


def _rules(told: Told) -> Iterator[Content]:
    counts = told.made.ledger.counts(RULES)
    yield grid(
        "Toutes les règles, et combien de fois chacune a servi",
        ("Règle", "Ce qu'elle fait", "Compte", "Nombre"),
        [
            Row(rule.name, [rule.sentence, EFFECTS[rule.effect], n], "" if n else "none")
            for rule, n in counts.items()
        ],
    )


def _cohorts(told: Told) -> Iterator[Content]:
    """How many people, units and rows of each wave each cohort has."""
    tables = told.made.tables
    cohort = {row["beneficiary_id"]: row["cohort"] for row in tables["beneficiaries"]}
    people = Counter(cohort.values())
    units = Counter(cohort[row["beneficiary_id"]] for row in tables["units"])
    asked = Counter((cohort[row["beneficiary_id"]], row["wave"]) for row in tables["survey"])
    waves = sorted({wave for _, wave in asked}, key=lambda wave: int(wave[1:]))
    yield grid(
        "Personnes de chaque promotion, unités financées, personnes interrogées à chaque vague",
        ("Promotion", "Bénéficiaires", "Unités", *waves),
        [
            Row(name, [n, units[name], *(asked[name, wave] for wave in waves)])
            for name, n in sorted(people.items())
        ],
    )
    yield tag(
        "p",
        f"{counted(len(people), 'promotion', feminine=True)} ; une promotion interrogée a une ligne par personne et "
        "par vague, de réponses ou d'absences.",
        class_="muted",
    )


SECTIONS = (
    _Section("lu", "Ce qui a été lu", rows_read),
    _Section("avertissements", "Avertissements", _warnings),
    _Section("ecarte", "Ce qui a été refusé", left_out),
    _Section("fusionne", "Ce qui a été fusionné", merged),
    _Section("tranche", "Ce qui se contredisait", decided),
    _Section("regles", "Les règles", _rules),
    _Section("personnel", "Colonnes laissées de côté et données personnelles", columns_left_out),
    _Section("promotions", "Promotions", _cohorts),
    _Section("mouvements", "Ce qui a bougé", moves),
    _Section("repartitions", "Répartitions", distribution_tables),
)
