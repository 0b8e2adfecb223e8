"""What does the environment say of the data to serve, the disclosure policy and the log?"""

from __future__ import annotations

import os
from pathlib import Path
from typing import Literal

from pydantic import DirectoryPath, Field, FilePath, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

from dashboard.domain.errors import SettingError

PREFIX = "DASHBOARD_"

DEMONSTRATION = Path(__file__).parent.parent / "data" / "demonstration"


class Settings(BaseSettings):
    """The settings, each from the environment variable `DASHBOARD_` and its name in capitals.

    A field's description says, in French, what is valid.
    """

    model_config = SettingsConfigDict(env_prefix=PREFIX, frozen=True)

    data: DirectoryPath = Field(
        default=DEMONSTRATION, description="un dossier qui existe et qui contient les tables"
    )
    policy: Literal["interne"] = Field(default="interne", description="interne")
    deck_template: FilePath | None = Field(
        default=None,
        description="un fichier .pptx ou .potx qui existe, ou rien pour le modèle du tableau de bord",
    )
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field(
        default="INFO", description="DEBUG, INFO, WARNING ou ERROR"
    )

    @field_validator("data", "deck_template", mode="before")
    @classmethod
    def _not_empty(cls, value: object) -> object:
        # An empty path is the working directory, which nobody means by setting nothing.
        if value == "":
            raise ValueError
        return value


def read_settings() -> Settings:
    """The settings of this process; raises SettingError, in French, where a variable is wrong or unknown."""
    names = {PREFIX + name.upper() for name in Settings.model_fields}
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
            faults.append(
                f"{PREFIX}{field.upper()}\u00a0: «\u00a0{fault['input']}\u00a0»\u202f; "
                f"attendu\u00a0: {Settings.model_fields[field].description}."
            )
        raise SettingError("\n".join(faults)) from error
    if faults:
        raise SettingError("\n".join(faults))
    return settings
