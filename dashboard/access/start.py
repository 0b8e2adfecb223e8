"""May the dashboard start with these settings: is nobody let in to real tables, or from elsewhere, without a login?"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Literal, Protocol
from urllib.parse import urlsplit

from pydantic import SecretStr

from dashboard.access.demonstration import DIGEST, SHIPPED
from dashboard.access.hosts import is_loopback_host, names
from dashboard.access.secret_keys import faults_of
from dashboard.datasets.contents import version_published
from dashboard.datasets.opened import dataset_of
from dashboard.domain.codebook import Codebook
from dashboard.domain.errors import DashboardError, DatasetError, SettingError
from dashboard.durable import digest_of
from dashboard.ingest.reading.version import version_on_disk
from dashboard.ingest.reference.study import read_study
from dashboard.text.typography import unbroken
from dashboard.text.words import listed

INTRODUCED = "Le tableau de bord ne s'ouvre pas sans identification"


PUBLIC_ALONE = (
    "DASHBOARD_PUBLIC=oui n'a pas de sens avec DASHBOARD_ACCESS=aucun : la démonstration ne répond alors qu'à cette "
    "machine. Retirez-le, ou choisissez DASHBOARD_ACCESS=comptes ou oidc. Voyez docs/deploy.md."
)


class AccessSettings(Protocol):
    """What the settings say of it (`dashboard/settings.py`)."""

    @property
    def data(self) -> Path: ...
    @property
    def policy(self) -> Literal["interne", "diffusion"] | None: ...
    @property
    def rounding_key(self) -> SecretStr | None: ...
    @property
    def import_key(self) -> SecretStr | None: ...
    @property
    def public(self) -> Literal["non", "oui"]: ...
    @property
    def access(self) -> Literal["aucun", "comptes", "oidc"]: ...
    @property
    def access_folder(self) -> Path | None: ...
    @property
    def hosts(self) -> str: ...
    @property
    def oidc_issuer(self) -> str: ...
    @property
    def oidc_client_id(self) -> str: ...
    @property
    def oidc_client_secret(self) -> SecretStr | None: ...
    @property
    def proxies(self) -> int: ...
    @property
    def port(self) -> int | None: ...


def needs_login(asked: AccessSettings) -> bool:
    """Whether these settings have people log in; the demonstration on the loopback address alone may do without.

    Raises SettingError, with all that is missing, in French, where people must log in and cannot, or where others
    are to see without a login what is for this machine alone.
    """
    real = not is_demonstration(asked.data)
    why = list(_reasons(asked, real=real))
    if not why and asked.access == "aucun":
        if asked.public == "oui":
            raise SettingError(unbroken(PUBLIC_ALONE))
        return False
    missing = list(_missing(asked, real=real))
    if missing:
        told = f"{INTRODUCED} : {listed(why)}." if why else f"DASHBOARD_ACCESS={asked.access} :"
        raise SettingError(
            unbroken("\n".join([told, *(f"- {line}" for line in missing), "Voyez docs/deploy.md."]))
        )
    return True


def is_demonstration(folder: Path) -> bool:
    """Whether the data of `folder` are, byte for byte, the tables that come with the dashboard.

    Nothing that a folder says of itself counts.
    """
    try:
        shown = dataset_of(folder).folder
        if not _is_shipped() or any(not _same(shown / p.name, p) for p in SHIPPED.iterdir()):
            return False
        reference = SHIPPED.parent
        return _version(shown, reference) == _version(SHIPPED, reference)
    except DashboardError:
        return False


def missing_key(asked: AccessSettings, *, real: bool) -> Iterator[str]:
    """How to set the secret by which counts of `real` tables are rounded, in French; nothing where it is, and well."""
    if real:
        keys = _told(asked.rounding_key), _told(asked.import_key)
        yield from (f"DASHBOARD_ROUNDING_KEY : {fault}" for fault in faults_of(*keys, asked.data))


def only_demonstration(folder: Path, version: str) -> None:
    """Refuses what is published into `folder`, and was opened as `version`, while nobody has to log in.

    Raises DatasetError unless both are the demonstration's.
    """
    shown = {version_on_disk(SHIPPED, _codebook()), _version(SHIPPED, SHIPPED.parent)}
    if version not in shown or not is_demonstration(folder):
        told = "Ces tables ne sont pas celles de la démonstration : sans identification, elles ne sont pas montrées."
        raise DatasetError(unbroken(f"{told} Voyez docs/deploy.md."))


def _is_shipped() -> bool:
    """Whether what stands in the place of the demonstration is that."""
    digests = [digest_of(path) for path in sorted(SHIPPED.glob("*.csv"))]
    return sha256("".join(digests).encode()).hexdigest() == DIGEST


def _codebook() -> Codebook:
    return read_study(SHIPPED, SHIPPED.parent)


def _version(folder: Path, reference: Path) -> str:
    return version_published(folder, reference, read_study(folder, reference))


def _same(path: Path, shipped: Path) -> bool:
    return path.is_file() and digest_of(path) == digest_of(shipped)


def _reasons(asked: AccessSettings, *, real: bool) -> Iterator[str]:
    """Why a login is needed; nothing where it is not."""
    if real:
        yield "ces tables ne sont pas celles de la démonstration"
    if asked.port:
        yield "PORT le montre à d'autres machines"
    if asked.proxies:
        yield "un serveur mandataire le montre à d'autres machines"
    if not all(map(is_loopback_host, names(asked.hosts))):
        yield "DASHBOARD_HOSTS le montre sous un autre nom que ceux de cette machine"


def _missing(asked: AccessSettings, *, real: bool) -> Iterator[str]:
    """What is to be set, and how."""
    if asked.policy is None:
        yield "DASHBOARD_POLICY : interne (chacun selon son rôle) ou diffusion (des effectifs arrondis pour tous)."
    yield from missing_key(asked, real=real)
    if asked.access == "aucun":
        yield "DASHBOARD_ACCESS : comptes (des comptes de ce serveur) ou oidc (votre fournisseur d'identité)."
    if asked.access == "oidc":
        yield from _missing_of_provider(asked)
    if asked.access_folder is None:
        yield (
            "DASHBOARD_ACCESS_FOLDER : le dossier des comptes, des sessions et du journal d'audit, hors de celui des "
            "données."
        )
    elif asked.access_folder.resolve().is_relative_to(asked.data.resolve()):
        yield "DASHBOARD_ACCESS_FOLDER : un dossier hors de celui des données, qui est copié et publié."
    if not asked.hosts:
        yield "DASHBOARD_HOSTS : les noms d'hôte par lesquels on l'atteint, tels que observatoire.example.fr."


def _missing_of_provider(asked: AccessSettings) -> Iterator[str]:
    if not asked.oidc_issuer:
        yield "DASHBOARD_OIDC_ISSUER : l'adresse de votre fournisseur d'identité."
    elif not _is_over_tls(asked.oidc_issuer):
        yield (
            "DASHBOARD_OIDC_ISSUER : une adresse en https, telle que https://connexion.example.fr ; en http, qui est "
            "sur le chemin entrerait à la place de n'importe qui."
        )
    if not asked.oidc_client_id:
        yield "DASHBOARD_OIDC_CLIENT_ID : l'identifiant qu'il a donné au tableau de bord."
    if not _told(asked.oidc_client_secret):
        yield "DASHBOARD_OIDC_CLIENT_SECRET : le secret qu'il lui a donné."


def _told(secret: SecretStr | None) -> str:
    return secret.get_secret_value().strip() if secret else ""


def _is_over_tls(address: str) -> bool:
    """Whether nobody on the way reads or changes what that address answers."""
    parts = urlsplit(address)
    return bool(parts.hostname) and (
        parts.scheme == "https" or (parts.scheme == "http" and is_loopback_host(parts.netloc))
    )
