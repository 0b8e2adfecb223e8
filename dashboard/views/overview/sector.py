"""Do people change sector?"""

from __future__ import annotations

from dashboard.views.overview.job_flows import job_flows

VIEW = job_flows(name="secteur", variable="sector", place=5)
