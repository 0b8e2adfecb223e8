"""What does each variable mean, which categories has it, what is it for, and how is each kind of absence written?"""

from __future__ import annotations

from dashboard.domain.codebook.book import Codebook, Filters, TableSchema, Term, Uses, Wave
from dashboard.domain.codebook.category import Absence, Apart, Category, Role, slug
from dashboard.domain.codebook.grouping import Grouping
from dashboard.domain.codebook.regional_measure import RegionalMeasure
from dashboard.domain.codebook.regions import Layer
from dashboard.domain.codebook.study import Study, Word
from dashboard.domain.codebook.variable import Kind, Variable

__all__ = [
    "Absence",
    "Apart",
    "Category",
    "Codebook",
    "Filters",
    "Grouping",
    "Kind",
    "Layer",
    "RegionalMeasure",
    "Role",
    "Study",
    "TableSchema",
    "Term",
    "Uses",
    "Variable",
    "Wave",
    "Word",
    "slug",
]
