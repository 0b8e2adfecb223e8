"""How do raw counts leave the sources?"""

from __future__ import annotations

from dashboard.disclosure.policy import Policy
from dashboard.domain.frequency_table import FrequencyTable
from dashboard.domain.tables import ReleasedTable


def release(table: FrequencyTable, policy: Policy) -> ReleasedTable:
    """`table` as `policy` lets it be asked; raises ValueError for a policy without rules.

    The policy `interne` shows exact counts to the partners, who hold the register anyway.
    """
    if policy.rules is None:
        raise ValueError(f"no disclosure rule is known for the policy {policy.name!r}")
    return ReleasedTable(table, policy.rules, policy.name)
