"""In which words are enrolments counted, where a person has one in each academic year that they come?"""

from __future__ import annotations

EACH_YEAR = "inscriptions, une par bénéficiaire et par année universitaire"
FIRST_ONLY = "premières inscriptions, une par bénéficiaire"
