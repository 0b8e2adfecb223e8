"""From how many people on is what told, under which policy, and who says so?

`docs/confidentialite.md` gives the source of each.
"""

from dashboard.domain import counts

BASE = counts.ROUNDING_BASE
"""Counts are rounded to a multiple of this, up or down at random (Fraser and Wooton 2005)."""

LEAST_DETAILED = counts.LEAST_DETAILED
"""A group of fewer is counted as a whole and not broken down; and so no share of it is told (ADR 63)."""

LEAST_VALUED = 60
"""Of a group of fewer no whole numbers are told, such as single ages, and so no mean of them."""

LEAST_BEHIND = 10
"""Units, enrolments and answers are told where so many people at the least stand behind them (ONS)."""

LEAST_UNTOLD = 10
"""Who exports or presents exact counts of fewer people is told first that each of them may be recognised (ONS)."""

LEAST_CHANGED = 100
"""Between two versions that everybody is shown, so many people differ in one part of the tables at the least, or none.

A part is what a campaign brings whole: a wave of a cohort, a column of its people, an academic year of units.
"""

LEAST_SHARE_CHANGED = 1 / 2
"""And so large a share of those whom the part is of."""

MOST_CONDITIONS = 3
"""So many conditions single out too few people for anybody to be found by them."""

MOST_SELECTIONS = 300
"""Different selections that one person, or one address, is answered in a day.

A commission prepared region by region and cohort by cohort takes some hundred; to average the rounding away took 200
sets of regions, each asked with and without the person: 400, for one fact of one group.
"""
