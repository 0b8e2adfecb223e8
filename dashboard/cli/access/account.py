"""`account`: who may log in by an account of this server, in which role?"""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

import click

from dashboard.access.accounts import ROLES, Account
from dashboard.access.audit import AuditError
from dashboard.access.kept import Kept
from dashboard.access.person import Person, Role
from dashboard.cli.access.password import asked_password
from dashboard.cli.french import FrenchCommand, FrenchGroup
from dashboard.cli.kept import administrator, kept
from dashboard.datasets.opened import dataset_of
from dashboard.domain.errors import AccessError
from dashboard.ingest.reference.study import read_study
from dashboard.settings import DEMONSTRATION, read_settings
from dashboard.text.typography import unbroken
from dashboard.text.words import listed

ROLE = "Le rôle : lecteur (effectifs arrondis), gestionnaire (exacts) ou analyste (exacts, et journal d'audit)."
REGION = "Le code d'une région d'un gestionnaire, autant de fois qu'il en a ; sans elle, toutes."


UNRECORDED = (
    "Compte « {} », {} : c'est fait, mais le journal d'audit n'a pas pu l'inscrire. Faites de la place sur le "
    "disque, et notez ce changement."
)


@click.group(
    "account",
    cls=FrenchGroup,
    subcommand_metavar="COMMANDE [ARGUMENTS]...",
    short_help="Crée, liste et modifie les comptes.",
)
def account() -> None:
    """Crée, liste, ferme, efface et modifie les comptes de DASHBOARD_ACCESS_FOLDER.

    Un mot de passe est demandé, ou lu sur l'entrée standard : il ne s'écrit jamais dans la commande. Tout
    changement ferme les sessions du compte, et s'inscrit dans le journal d'audit.
    """


_name = click.argument("name", metavar="NOM")
_role = click.option("--role", metavar="RÔLE", required=True, help=ROLE)
_regions = click.option("--region", "regions", metavar="CODE", multiple=True, help=REGION)


@account.command("add", cls=FrenchCommand, short_help="Crée un compte.")
@_name
@_role
@_regions
def add(name: str, role: str, regions: tuple[str, ...]) -> None:
    """Crée le compte NOM, et demande son mot de passe."""
    ours = kept()
    person = ours.accounts.add(name, asked_password(), cast("Role", role), _known(regions))
    _record(ours, "créé", person)
    click.echo(unbroken(f"Compte créé : {_told(person)}."))


@account.command("list", cls=FrenchCommand, short_help="Liste les comptes.")
def list_all() -> None:
    """Liste les comptes, leur rôle et leurs régions."""
    accounts = kept().accounts.all()
    for each in accounts:
        click.echo(unbroken(_line(each)))
    if not accounts:
        click.echo(
            "Aucun compte. Pour en créer un : python -m dashboard account add NOM --role RÔLE"
        )


@account.command("disable", cls=FrenchCommand, short_help="Ferme un compte.")
@_name
def disable(name: str) -> None:
    """Ferme le compte NOM et ses sessions, sans l'effacer : « enable » le rouvre, « remove » l'efface."""
    ours = kept()
    ours.accounts.disable(name)
    _record(ours, "fermé", Person(name, "public"))
    click.echo(
        unbroken(
            f"Compte fermé : {name}. Pour le rouvrir : python -m dashboard account enable {name}"
        )
    )


@account.command("remove", cls=FrenchCommand, short_help="Efface un compte.")
@_name
def remove(name: str) -> None:
    """Efface le compte NOM : son mot de passe, son rôle, ses régions et ses sessions.

    Les lignes du journal d'audit qui le nomment restent le temps de leur conservation (DASHBOARD_AUDIT_DAYS) : elles
    prouvent qui a eu quels fichiers. D'ici là, ne donnez pas ce nom à quelqu'un d'autre.
    """
    ours = kept()
    _record(ours, "effacé", Person(ours.accounts.remove(name), "public"))
    click.echo(unbroken(f"Compte effacé : {name}."))


@account.command("enable", cls=FrenchCommand, short_help="Rouvre un compte fermé.")
@_name
def enable(name: str) -> None:
    """Rouvre le compte NOM, avec son mot de passe et son rôle."""
    ours = kept()
    ours.accounts.disable(name, disabled=False)
    _record(ours, "rouvert", Person(name, "public"))
    click.echo(unbroken(f"Compte rouvert : {name}."))


@account.command("password", cls=FrenchCommand, short_help="Change un mot de passe.")
@_name
def password(name: str) -> None:
    """Demande un autre mot de passe pour le compte NOM."""
    ours = kept()
    ours.accounts.set_password(name, asked_password())
    _record(ours, "mot de passe changé", Person(name, "public"))
    click.echo(unbroken(f"Mot de passe changé : {name}."))


@account.command("role", cls=FrenchCommand, short_help="Change un rôle.")
@_name
@_role
@_regions
def set_role(name: str, role: str, regions: tuple[str, ...]) -> None:
    """Change le rôle, ou les régions, du compte NOM."""
    ours = kept()
    person = ours.accounts.set_role(name, cast("Role", role), _known(regions))
    _record(ours, "rôle changé", person)
    click.echo(unbroken(f"Rôle changé : {_told(person)}."))


def _record(ours: Kept, what: str, of: Person) -> None:
    facts = {"action": what, "compte": of.name}
    if of.role in ROLES:
        facts |= {"rôle du compte": of.role, "régions": ",".join(of.regions)}
    try:
        ours.audit.record("compte", administrator(), **facts)
    except AuditError as error:
        raise AuditError(unbroken(UNRECORDED.format(of.name, what))) from error


def _known(asked: Iterable[str]) -> tuple[str, ...]:
    """The regions, each of them one of the study; raises AccessError, with those that there are."""
    asked = tuple(asked)
    if not asked:
        return ()
    study = read_study(dataset_of(read_settings().data).folder, DEMONSTRATION.parent)
    regions = {each.code: each.label for each in study.variable("region").categories}
    if unknown := sorted(set(asked) - regions.keys()):
        possible = ", ".join(f"{code} ({label})" for code, label in sorted(regions.items()))
        told = f"Région inconnue : {listed(unknown)}. Régions possibles : {possible}."
        raise AccessError(unbroken(told))
    return asked


def _told(person: Person) -> str:
    regions = f", régions : {', '.join(person.regions)}" if person.regions else ""
    return f"{person.name}, {person.role}{regions}"


def _line(each: Account) -> str:
    return f"{_told(each.person)}, depuis le {each.since}{', fermé' if each.disabled else ''}"
