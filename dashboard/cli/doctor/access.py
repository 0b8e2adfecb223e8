"""Does whoever reaches this dashboard have to log in, and can they?"""

from __future__ import annotations

from pathlib import Path

from dashboard.access.kept import open_kept
from dashboard.access.sessions import Limits
from dashboard.access.start import needs_login
from dashboard.access.usable import mounts, remote_kind
from dashboard.cli.doctor.diagnosis import Diagnoses, doubtful, well, wrong
from dashboard.domain.errors import DashboardError
from dashboard.settings import Settings
from dashboard.text.words import counted

OPEN = "la démonstration, sur cette seule machine : sans identification"

ALONE = (
    "aucun serveur mandataire n'est cru (DASHBOARD_PROXIES=0) : on ne s'identifie que depuis cette machine, et "
    "derrière un mandataire tous les lecteurs auraient une seule adresse"
)


def login(settings: Settings) -> Diagnoses:
    """What is missing to let people in; else how they log in, and how many accounts there are."""
    try:
        if not needs_login(settings):
            yield well(OPEN)
            return
        if settings.access_folder is None:
            return
        folder = settings.access_folder
        if not folder.is_dir():
            yield doubtful(
                f"dossier des accès {folder} : il n'existe pas encore",
                "python -m dashboard account add le crée, par le compte du service",
            )
            return
        yield from _disk(folder)
        if not settings.proxies:
            yield doubtful(
                ALONE, "DASHBOARD_PROXIES : le nombre de mandataires devant lui, 1 pour nginx seul"
            )
        kept = open_kept(folder, Limits(1, 1), settings.audit_days)
    except DashboardError as error:
        yield wrong(str(error), "réglez ces variables : docs/deploy.md")
        return
    if settings.access == "oidc":
        yield well(f"identification par {settings.oidc_issuer}")
        return
    opened = [each for each in kept.accounts.all() if not each.disabled]
    if opened:
        yield well(
            f"identification par compte : {counted(len(opened), 'compte ouvert', 'comptes ouverts')}"
        )
    else:
        yield doubtful("aucun compte ouvert", "python -m dashboard account add NOM --role RÔLE")


def _disk(folder: Path) -> Diagnoses:
    """Whether accounts and the log lie where several processes may lock them."""
    kind = remote_kind(folder, mounts())
    if kind:
        yield doubtful(
            f"dossier des accès {folder} : sur un disque {kind}, d'une autre machine ou d'un programme, où les verrous "
            "de SQLite et du journal ne tiennent pas",
            "placez-le sur un disque de cette machine avec DASHBOARD_ACCESS_FOLDER",
        )
