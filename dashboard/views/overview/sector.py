"""Do people change sector? (study, figure 8)"""

from __future__ import annotations

from dashboard.text.nouns import Noun
from dashboard.views.overview.job_flows import job_flows

VIEW = job_flows(
    name="secteur",
    variable="sector",
    subject=Noun("secteur", "secteurs"),
    title="Secteur d'activité",
    place=5,
)
