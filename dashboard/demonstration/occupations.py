"""How likely is each contract, occupation, sector and working time, for whom?

The weights are plausible, not published: they give the tables the correlations that real ones have.
"""

from __future__ import annotations

from dashboard.demonstration.people import Answer, Beneficiary, kind

CONTRACTS = {
    "open_ended": 0.33,
    "civil_servant": 0.012,
    "self_employed": 0.03,
    "fixed_term": 0.37,
    "agency": 0.16,
    "subsidised": 0.06,
    "seasonal": 0.04,
}
SAME_KIND_BONUS = {"stable": 2.6, "precarious": 1.8}
LASTING_KIND_BONUS = 5.0  # from one survey to the next the job is often the same one

SAME_CSP, SAME_SECTOR, SAME_WORKING_TIME = 0.55, 0.35, 0.55
LASTING = 0.85


def contracts(
    person: Beneficiary, answer: Answer, earlier: Answer | None, lasting: bool
) -> dict[str, float]:
    """Propensities of the contract; the self-employed have no other, and nobody else has theirs."""
    if answer.status == "self_employed":
        return {"self_employed": 1.0}
    weights = dict(CONTRACTS)
    weights["agency"] *= 3.0 if person.interim == "yes" else 0.5 if person.interim == "no" else 1.0
    weights["open_ended"] *= 1.4 if person.executive == "yes" else 1.0
    weights["open_ended"] *= 0.7 if person.age < 26 else 1.0
    weights["subsidised"] *= 2.0 if person.long_term_jobseeker == "yes" else 1.0
    if answer.status == "salaried":
        weights["self_employed"] = 0.0
    before = kind(earlier.contract) if earlier else ""
    for contract in weights:
        if before and kind(contract) == before:
            weights[contract] *= LASTING_KIND_BONUS if lasting else SAME_KIND_BONUS[before]
    return weights


def csps(
    person: Beneficiary, answer: Answer, earlier: Answer | None, lasting: bool
) -> dict[str, float]:
    """Propensities of the socio-professional category: executives hold diplomas, clerks are mostly women."""
    if answer.contract == "self_employed" or answer.status == "self_employed":
        return {"craftspeople": 0.84, "executives": 0.11, "farmers": 0.05}
    diploma = person.entry_diploma
    woman, executive = person.woman, person.executive == "yes"
    weights = {
        "executives": 0.06 * (3.5 if executive else 1.0) * (0.8 if woman else 1.2),
        "intermediate": 0.20 * (1.5 if executive else 1.0),
        "clerical": 0.58 * (1.3 if woman else 0.72) * (0.6 if executive else 1.0),
        "manual": 0.13 * (0.35 if woman else 1.6) * (0.35 if executive else 1.0),
    }
    weights["executives"] *= {"I": 3.0, "II": 1.6, "III": 0.7, "IV": 0.3}.get(diploma, 1.0)
    weights["executives"] *= 0.4 if person.age < 27 else 1.0
    weights["manual"] *= {"I": 0.2, "II": 0.4, "III": 0.8, "IV": 1.7}.get(diploma, 1.0)
    if answer.contract == "no_information":
        weights["craftspeople"] = 0.012 if answer.status == "jobseeker" else 0.0
    return _staying(weights, earlier.csp if earlier else "", LASTING if lasting else SAME_CSP)


def sectors(
    person: Beneficiary, answer: Answer, earlier: Answer | None, lasting: bool
) -> dict[str, float]:
    """Propensities of the sector: men in industry and construction, women in public services."""
    if answer.csp == "farmers":
        return {"agriculture": 1.0}
    woman, manual = person.woman, answer.csp == "manual"
    weights = {
        "agriculture": 0.018 * (1.5 if manual else 1.0),
        "industry": 0.20 * (0.75 if woman else 1.35) * (2.0 if manual else 1.0),
        "construction": 0.075 * (0.35 if woman else 1.7) * (1.8 if manual else 1.0),
        "trade_services": 0.43,
        "public_services": 0.27 * (1.35 if woman else 0.6) * (0.3 if manual else 1.0),
    }
    return _staying(weights, earlier.sector if earlier else "", LASTING if lasting else SAME_SECTOR)


def working_times(
    person: Beneficiary, answer: Answer, earlier: Answer | None, lasting: bool
) -> dict[str, float]:
    """Propensities of the working time: part-time is for women, clerks and subsidised jobs above all."""
    odds = 0.15 * (2.2 if person.woman else 0.8)
    odds *= {"clerical": 1.4, "executives": 0.45, "intermediate": 0.8}.get(answer.csp, 1.0)
    odds *= {"subsidised": 4.0, "fixed_term": 1.3, "seasonal": 1.2}.get(answer.contract, 1.0)
    share = odds / (1 + odds)
    weights = {"full_time": 1 - share, "part_time": share}
    before = earlier.working_time if earlier else ""
    return _staying(weights, before, LASTING if lasting else SAME_WORKING_TIME)


def _staying(weights: dict[str, float], before: str, share: float) -> dict[str, float]:
    """`weights` with `share` of them moved to the category `before`, where it is one that may come again."""
    if weights.get(before, 0.0) == 0.0:
        return weights
    total = sum(weights.values())
    moved = {code: weight * (1 - share) for code, weight in weights.items()}
    moved[before] += share * total
    return moved
