"""Where do the commands find accounts and the log, and who types them?"""

from __future__ import annotations

from pathlib import Path

from dashboard.access.authors import Administrator
from dashboard.access.kept import Kept, open_kept
from dashboard.access.sessions import Limits
from dashboard.cli.who import who
from dashboard.domain.errors import SettingError
from dashboard.settings import read_settings
from dashboard.text.typography import unbroken

NOT_SAID = (
    "DASHBOARD_ACCESS_FOLDER : dites dans quel dossier sont les comptes et le journal d'audit, tel que "
    "/var/lib/observatoire/acces. Il est créé au besoin, hors du dossier des données (docs/deploy.md)."
)


def kept() -> Kept:
    """What the dashboard of these settings keeps; raises SettingError where they say no folder."""
    settings = read_settings()
    if settings.access_folder is None:
        raise SettingError(unbroken(NOT_SAID))
    limits = Limits(60 * settings.session_idle_minutes, 3600 * settings.session_hours)
    return open_kept(Path(settings.access_folder), limits, settings.audit_days)


def administrator() -> Administrator:
    """Whoever types the command, as the log names them."""
    return Administrator(who())
