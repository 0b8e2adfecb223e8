"""Which views, categories and filters has this checkout?"""

from __future__ import annotations

from dashboard.content.view import View
from dashboard.domain.dimension import Dimension
from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.registry import views


def known() -> tuple[list[View], Vocabulary, list[Dimension]]:
    """The views, the vocabulary, and the dimensions that an address may filter on."""
    from app import publication  # noqa: PLC0415 - it reads the tables.
    from dashboard.domain.dimension import Dimension  # noqa: PLC0415

    vocabulary = publication.vocabulary
    keys = [
        Dimension(variable.name, wave)
        for variable in vocabulary.codebook.variables.values()
        for wave in (None, *vocabulary.waves)
        if variable.parameter and variable.kind != "integer"
    ]
    selectable = [k for k in keys if vocabulary.has(k) and vocabulary.selects_people(k)]
    return list(views().values()), vocabulary, selectable
