"""Under which policy do the documents of regions leave, and what is asked and recorded before exact ones do?"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass

import click

from dashboard.access.audit import Audit
from dashboard.access.start import is_demonstration, missing_key
from dashboard.cli.kept import administrator, kept
from dashboard.disclosure.policy import DIFFUSION, INTERNAL, Policy, marked
from dashboard.disclosure.thresholds import LEAST_UNTOLD
from dashboard.documents.fiche.region import Choice
from dashboard.domain.errors import DashboardError, SettingError
from dashboard.settings import Settings
from dashboard.text.typography import unbroken
from dashboard.text.words import counted, listed

COMMAND = "python -m dashboard fiches --interne"
"""How the audit log names what has taken exact documents away."""

NOTHING_EXACT = (
    "DASHBOARD_POLICY=diffusion : ce tableau de bord ne montre d'effectifs exacts à personne, et n'en écrit pas. "
    "Retirez --interne."
)

POLICY_NOT_SAID = (
    "--interne écrit des effectifs exacts : dites DASHBOARD_POLICY=interne, ou retirez --interne."
)

ASKED = "Écrire quand même ces fiches ? (oui/non)"
NOT_ASKED = "Rien n'est écrit. Ajoutez --oui si elles ne vont qu'à des personnes habilitées, ou retirez --interne."
NOT_WANTED = "Rien n'est écrit."


@dataclass(frozen=True)
class Leaving:
    """The `policy` of documents that are about to leave; `audit` records those that are exact counts of people."""

    policy: Policy
    audit: Audit | None = None

    @property
    def told(self) -> str:
        """What counts these documents have, in French."""
        said = f" Chaque page porte « {self.policy.mark} »." if self.policy.mark else ""
        return f"{self.policy.description}{said}"

    def agree(self, choices: Sequence[Choice], *, yes: bool) -> None:
        """Names the regions of few people, exactly counted, and asks whether they are to be written.

        `yes`: that has been answered. Raises DashboardError where it is not wanted, or nobody is there to be asked.
        """
        few = [one for one in choices if 0 < one.people < LEAST_UNTOLD]
        if self.audit is None or not few:
            return
        named = listed([f"{one.region.label} ({counted(one.people, 'personne')})" for one in few])
        click.echo(unbroken(f"{named} : chacun y est reconnaissable par qui le connaît."), err=True)
        if yes:
            return
        if not sys.stdin.isatty():
            raise DashboardError(unbroken(NOT_ASKED))
        said = click.prompt(unbroken(ASKED), default="non", show_default=False, err=True)
        if str(said).strip().lower() not in ("oui", "o"):
            raise DashboardError(unbroken(NOT_WANTED))

    def record(self, choices: Sequence[Choice]) -> None:
        """Notes in the audit log, before exact documents leave, which regions they are of."""
        if self.audit is not None:
            self.audit.record(
                "export",
                administrator(),
                fichier=COMMAND,
                paramètres={"region": [one.region.code for one in choices]},
                niveau=self.policy.name,
            )


def leaving(settings: Settings, *, exact: bool) -> Leaving:
    """How documents of these tables leave: rounded, unless `exact` ones are asked for.

    The demonstration, which is about nobody, leaves as it is shown. Raises SettingError, in French, where exact
    documents are not to be had or could not be recorded, or where real counts would be rounded by a key that all know.
    """
    real = not is_demonstration(settings.data)
    if exact:
        if settings.most == DIFFUSION.name:
            raise SettingError(unbroken(NOTHING_EXACT))
        if real and settings.policy is None:
            raise SettingError(unbroken(POLICY_NOT_SAID))
        return Leaving(marked(INTERNAL), kept().audit)
    if not real and settings.most == INTERNAL.name:
        return Leaving(INTERNAL)
    if missing := [*missing_key(settings, real=real)]:
        raise SettingError(unbroken("\n".join(missing)))
    return Leaving(DIFFUSION)
