"""How do raw counts leave the sources?"""

from __future__ import annotations

from dashboard.disclosure.policy import Policy
from dashboard.domain.tables import RawTable, ReleasedTable


def release(table: RawTable, policy: Policy) -> ReleasedTable:
    """`table` as `policy` lets it be asked; raises ValueError for a policy without rules.

    The policy `interne` shows exact counts to the partners, who hold the register anyway. A policy that protects has to
    be given keys, the wider tables of each condition, and what is known of sets of categories: it raises ValueError
    where they are missing.
    """
    if policy.rules is None:
        raise ValueError(f"no disclosure rule is known for the policy {policy.name!r}")
    if policy.protects:
        missing = {condition.dimension for condition in table.selection} - table.wider.keys()
        if table.counts.keys is None or table.unions is None or missing:
            raise ValueError(f"the policy {policy.name!r} lacks what it needs to protect anybody")
    return ReleasedTable(table, policy.rules, policy.name)
