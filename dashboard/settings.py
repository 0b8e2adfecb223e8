"""What does the environment say of the data to serve, the disclosure policy, the log, and where and how to serve?"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import Literal

from pydantic import (
    DirectoryPath,
    Field,
    FilePath,
    SecretStr,
    ValidationError,
    field_validator,
    model_validator,
)
from pydantic_settings import BaseSettings, SettingsConfigDict

from dashboard.access.demonstration import ROUNDING, SHIPPED
from dashboard.domain.errors import SettingError

PREFIX = "DASHBOARD_"

DEMONSTRATION = SHIPPED

SERVED = ("PORT", "WEB_CONCURRENCY")
"""The variables that hosting services set by these names; empty, they say nothing."""

SECRETS = ("import_key", "rounding_key", "oidc_client_secret")
"""The fields whose values are never shown."""

MOST_WORKERS = 64


class Settings(BaseSettings):
    """The settings, each from the environment variable `DASHBOARD_` and its name in capitals, or of its alias.

    Hosting services set the aliases. A field's description says, in French, what is valid.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    data: DirectoryPath = Field(
        default=DEMONSTRATION, description="un dossier qui existe et qui contient les tables"
    )
    source: str = Field(
        default="memory",
        pattern=r"^(memory|duckdb:.*|postgresql://.+|sc://.+)$",
        description="memory, duckdb:, postgresql://… ou sc://…",
    )
    policy: Literal["interne", "diffusion"] | None = Field(
        default=None,
        description="interne (chacun voit ce que son rôle permet) ou diffusion (des effectifs arrondis pour tous)",
    )
    rounding_key: SecretStr | None = Field(
        default=None,
        min_length=32,
        description="la clé secrète des arrondis, de 32 caractères ou plus, la même d'une version à l'autre",
    )
    access: Literal["aucun", "comptes", "oidc"] = Field(
        default="aucun", description="aucun (démonstration sur cette machine), comptes ou oidc"
    )
    public: Literal["non", "oui"] = Field(
        default="non", description="oui pour montrer la diffusion à qui ne s'identifie pas, ou non"
    )
    access_folder: Path | None = Field(
        default=None,
        description="le dossier des comptes, des sessions et du journal d'audit, hors du dossier des données",
    )
    hosts: str = Field(
        default="",
        pattern=r"^([A-Za-z0-9.:\[\]-]+(,[A-Za-z0-9.:\[\]-]+)*)?$",
        description="les noms d'hôte servis, séparés par des virgules, tels que observatoire.example.fr",
    )
    oidc_issuer: str = Field(
        default="",
        description="l'adresse du fournisseur d'identité, telle que https://connexion.example.fr",
    )
    oidc_client_id: str = Field(
        default="", description="l'identifiant donné par le fournisseur d'identité"
    )
    oidc_client_secret: SecretStr | None = Field(
        default=None, description="le secret donné par le fournisseur d'identité"
    )
    oidc_roles_claim: str = Field(
        default="roles", description="l'attribut du jeton qui donne le rôle"
    )
    session_idle_minutes: int = Field(
        default=30,
        ge=1,
        le=24 * 60,
        description="les minutes sans activité qui ferment une session",
    )
    session_hours: int = Field(
        default=10, ge=1, le=24 * 7, description="les heures après lesquelles une session se ferme"
    )
    audit_days: int = Field(
        default=365, ge=1, le=3650, description="les jours de conservation du journal d'audit"
    )
    deck_template: FilePath | None = Field(
        default=None,
        description="un fichier .pptx ou .potx qui existe, ou rien pour le modèle du tableau de bord",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="DEBUG, INFO, WARNING ou ERROR"
    )

    log_format: Literal["text", "json"] = Field(default="text", description="text ou json")
    import_key: SecretStr | None = Field(
        default=None,
        min_length=32,
        description="la clé secrète des identifiants, de 32 caractères ou plus, ou rien sans import",
    )
    path: str = Field(
        default="/",
        pattern=r"^/([a-z0-9-]+/)*$",
        description="le chemin sous lequel un serveur mandataire le sert, tel que /observatoire/",
    )
    proxies: int = Field(
        default=0,
        ge=0,
        le=4,
        description="le nombre de serveurs mandataires devant lui, de 0 à 4",
    )

    port: int | None = Field(
        default=None,
        ge=1,
        le=65535,
        validation_alias="PORT",
        description="un numéro de port de 1 à 65535, ou rien pour 8050 sur cette seule machine",
    )
    workers: int = Field(
        default=2,
        ge=1,
        le=MOST_WORKERS,
        validation_alias="WEB_CONCURRENCY",
        description=f"un nombre de processus de 1 à {MOST_WORKERS}, ou rien pour 2",
    )

    @property
    def most(self) -> Literal["interne", "diffusion"]:
        """The policy beyond which nothing is shown to anybody; that of the demonstration where none is set."""
        return self.policy or "interne"

    @property
    def secret(self) -> str:
        """The secret of the keys that rounding needs; that of the demonstration where none is set."""
        key = self.rounding_key
        return ROUNDING if key is None else key.get_secret_value()

    @model_validator(mode="before")
    @classmethod
    def _empty_is_nothing(cls, values: dict[str, object]) -> dict[str, object]:
        return {name: value for name, value in values.items() if name not in SERVED or value != ""}

    @field_validator("data", "deck_template", mode="before")
    @classmethod
    def _not_empty(cls, value: object) -> object:
        # An empty path is the working directory, which nobody means by setting nothing.
        if value == "":
            raise ValueError
        return value


def read_settings() -> Settings:
    """The settings of this process; raises SettingError, in French, where a variable is wrong or unknown."""
    fields = {
        field.validation_alias or PREFIX + name.upper(): field
        for name, field in Settings.model_fields.items()
    }
    names = {str(name) for name in fields if name not in SERVED}
    given = {name.upper() for name in os.environ if name.upper().startswith(PREFIX)}
    faults = [
        f"{name}\u00a0: variable inconnue\u202f; variables possibles\u00a0: {', '.join(sorted(names))}."
        for name in sorted(given - names)
    ]
    try:
        settings = Settings()
    except ValidationError as error:
        for fault in error.errors():
            field = str(fault["loc"][0])
            name = field if field in fields else PREFIX + field.upper()
            # A secret is not shown, not even one that is refused, nor an address that may hold one.
            secret = field in SECRETS or (field == "source" and "//" in str(fault["input"]))
            given_as = "valeur refusée" if secret else f"«\u00a0{fault['input']}\u00a0»"
            faults.append(
                f"{name}\u00a0: {given_as}\u202f; attendu\u00a0: {fields[name].description}."
            )
        raise SettingError("\n".join(faults)) from error
    if faults:
        raise SettingError("\n".join(faults))
    return settings


if __name__ == "__main__":
    # gunicorn reads WEB_CONCURRENCY as soon as it is imported, and tells what is wrong with it in its own words: what
    # starts it asks here first.
    try:
        read_settings()
    except SettingError as error:
        sys.exit(str(error))
