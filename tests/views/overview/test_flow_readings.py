"""Does the Lecture of a diagram tell who found a job, or of which kind, and nothing that the filters have decided?"""

import pytest

from tests.support.exhibits import content, plain

EMPLOYED = "situation.T1=en-emploi-salarie,independant-chef-d-entreprise"


@pytest.mark.parametrize(
    ("view", "search", "reading"),
    [
        (
            "statut",
            "",
            (
                "Sur 732 répondants, 247 (33,7 %) sont en emploi 6 à 12 mois après la première inscription, "
                "dont 222 « En emploi salarié » et 25 « Indépendant, chef d'entreprise »."
            ),
        ),
        (
            "statut",
            "?promotion=2013-2014&" + EMPLOYED,
            (
                "Sur 45 répondants, 30 (66,7 %) sont en emploi 18 à 24 mois après la première inscription, "
                "dont 27 « En emploi salarié » et 3 « Indépendant, chef d'entreprise »."
            ),
        ),
        (
            "statut",
            "?promotion=2015-2016,2016-2017&" + EMPLOYED,
            (
                "Sur 86 répondants interrogés à T2, 55 (64,0 %) sont en emploi 18 à 24 mois après la première "
                "inscription, dont 48 « En emploi salarié » et 7 « Indépendant, chef d'entreprise »."
            ),
        ),
        ("statut", "?promotion=2016-2017&" + EMPLOYED, ""),
        (
            "statut",
            "?promotion=2016-2017&situation.T1=en-recherche-d-emploi,en-emploi-salarie",
            "Sur 203 répondants, 64 (31,5 %) sont en emploi 6 à 12 mois après la première inscription.",
        ),
        (
            "csp",
            "",
            (
                "Sur 220 répondants dont la catégorie est connue à T0 et à T1, 133 (60,5 %) ont la même catégorie "
                "aux deux dates, le plus souvent « Employés » (89)."
            ),
        ),
        (
            "csp",
            "?csp.T0=sans-information",
            (
                "Sur 48 répondants, 17 (35,4 %) ont un emploi dont la catégorie est connue, 6 à 12 mois après la "
                "première inscription."
            ),
        ),
        ("csp", "?csp.T0=employes&csp.T1=employes", ""),
        ("csp", "?csp.T1=sans-emploi", ""),
        (
            "contrats",
            "?contrat.T0=cdd",
            (
                "Sur 227 répondants en contrat précaire avant la première inscription, 32 (14,1 %) sont en contrat "
                "stable 6 à 12 mois après la première inscription."
            ),
        ),
        ("contrats", "?contrat.T0=sans-information", ""),
    ],
)
def test_readings(view: str, search: str, reading: str) -> None:
    assert plain(content(view, search).reading) == reading
