"""From how many people on is what told, under which policy, and who says so?

`docs/confidentialite.md` gives the source of each.
"""

BASE = 5
"""Counts are rounded to a multiple of this, up or down at random (Fraser and Wooton 2005)."""

LEAST_DETAILED = 20
"""A group of fewer is counted as a whole and not broken down; and so no share is told of it (InserJeunes)."""

LEAST_BEHIND = 10
"""Units, enrolments and answers are told where so many people at the least stand behind them (ONS)."""

LEAST_CHANGED = 10
"""Between two versions that are published one after the other, so many people differ at the least, or none."""

MOST_CONDITIONS = 3
"""So many conditions single out too few people for anybody to be found by them."""
