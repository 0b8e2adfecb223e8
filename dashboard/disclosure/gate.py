"""Which cells of a table may leave it?"""

from __future__ import annotations

from dashboard.disclosure.policy import POLICIES, Policy
from dashboard.domain.tables import FrequencyTable, ReleasedTable


def release(table: FrequencyTable, policy: Policy) -> ReleasedTable:
    """`table` as `policy` lets it be shown; raises ValueError for a policy without rules here.

    The policy `interne` shows exact counts to the partners, who hold the register anyway.
    """
    if policy.name not in POLICIES:
        raise ValueError(f"no disclosure rule is known for the policy {policy.name!r}")
    return ReleasedTable(table.dimensions, table.codes, table.counts, policy.name)
