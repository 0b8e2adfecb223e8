"""What are the files of a study called, beside its tables?"""

from __future__ import annotations

CODEBOOK, BUDGETS, FIGURES = "codebook.toml", "budgets.toml", "published-figures.toml"
"""What its variables mean, what was spent, what was published."""

BENCHMARKS = "benchmarks.toml"
"""Against which outside figures it is read."""

COMPANION = "data.toml"
"""The day that the tables stand for."""

IMPORT = "import.json"
"""Where the tables come from, as the import that wrote them tells: sources, rules, which key."""
