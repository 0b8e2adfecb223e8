"""Do people change occupation? (study, figure 7)"""

from __future__ import annotations

from dashboard.text.nouns import Noun
from dashboard.views.overview.job_flows import job_flows

VIEW = job_flows(
    name="csp",
    variable="csp",
    subject=Noun("catégorie", "catégories", feminine=True),
    title="Catégorie socioprofessionnelle",
    place=4,
)
