"""Do people change occupation?"""

from __future__ import annotations

from dashboard.views.overview.job_flows import job_flows

VIEW = job_flows(name="csp", variable="csp", place=4)
