"""Which published figures bind the jobs of each wave?"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from dashboard.demonstration.calibration import (
    Quota,
    between,
    counts_printed,
    exactly,
    printed_share,
)
from dashboard.demonstration.people import EARLY, LATE, NO_INFORMATION, STABLE, Beneficiary, kind
from dashboard.demonstration.targets import (
    CLERICAL_BEFORE_PERCENT,
    SAME_CSP_PERCENT,
    SAME_KIND_PERCENT,
    SAME_SECTOR_PERCENT,
    STABLE_AGAIN_EARLY,
    STABLE_BEFORE_EARLY,
    TRADE_SERVICES_BEFORE_PERCENT,
)

# respondents whose last contract was stable: all, employed at T1, again stable at T1. Annexe VII gives the first and
# the last of the early cohorts; over both lines, (12 + 13) / (20 + 44) is the 39 % of contrat/stable-a-nouveau
STABLE_BEFORE = {
    EARLY: (STABLE_BEFORE_EARLY, 20, STABLE_AGAIN_EARLY["T1"]),
    LATE: (116, 44, 13),
}

StringQuota = Quota[Beneficiary, str]


def job_quotas(known: list[Beneficiary], wave: str, variable: str) -> list[StringQuota]:
    """What `variable` must add up to at `wave`, among the people of whom it is `known`."""
    if variable == "contract":
        return _last_contract_quotas() if wave == "T0" else _contract_quotas(known, wave)
    if wave == "T0" and variable == "csp":
        percent = CLERICAL_BEFORE_PERCENT
        return [printed_share("clerical", percent, len(known), lambda p: True, ("clerical",))]
    if wave == "T0" and variable == "sector":
        percent, codes = TRADE_SERVICES_BEFORE_PERCENT, ("trade_services",)
        return [printed_share("trade and services", percent, len(known), lambda p: True, codes)]
    if wave == "T1" and variable in ("csp", "sector"):
        percent = SAME_CSP_PERCENT if variable == "csp" else SAME_SECTOR_PERCENT
        return [_same(known, variable, percent, lambda code: code)]
    return []


def _last_contract_quotas() -> list[StringQuota]:
    quotas: list[StringQuota] = []
    for cohorts, (stable, employed, _) in STABLE_BEFORE.items():
        quotas.append(exactly(f"stable {cohorts}", stable, _among(cohorts), STABLE))
        quotas.append(
            exactly(f"stable, employed T1 {cohorts}", employed, _among(cohorts, "T1"), STABLE)
        )
    # room for the stable contracts of annexe VII at the later waves
    quotas.append(between("stable, employed T2", 11, 20, _among(EARLY, "T2"), STABLE))
    quotas.append(between("stable, employed T3", 6, 12, _among(EARLY, "T3"), STABLE))
    return quotas


def _contract_quotas(known: list[Beneficiary], wave: str) -> list[StringQuota]:
    if wave != "T1":
        here = _among(EARLY, stable_before=True)
        return [exactly(f"stable again {wave}", STABLE_AGAIN_EARLY[wave], here, STABLE)]
    quotas = [
        exactly(f"stable again {cohorts}", again, _among(cohorts, stable_before=True), STABLE)
        for cohorts, (_, _, again) in STABLE_BEFORE.items()
    ]
    return [*quotas, _same(known, "contract", SAME_KIND_PERCENT, kind)]


def _among(
    cohorts: Sequence[str], employed_at: str = "", *, stable_before: bool = False
) -> Callable[[Beneficiary], bool]:
    def kept(person: Beneficiary) -> bool:
        if person.cohort not in cohorts:
            return False
        if stable_before and person.answers["T0"].contract not in STABLE:
            return False
        return not employed_at or person.answers[employed_at].employed

    return kept


def _same(
    known: list[Beneficiary], variable: str, percent: int, group: Callable[[str], str]
) -> StringQuota:
    """A share of the people whose last job is known too have the same category, or group, as in that job."""
    before = {
        p: group(value)
        for p in known
        if (value := getattr(p.answers["T0"], variable)) != NO_INFORMATION
    }
    low, high = counts_printed(percent, len(before))
    return Quota(f"same {variable}", low, high, lambda p, code: int(before.get(p) == group(code)))
