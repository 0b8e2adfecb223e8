"""Into which template do slides go: our own, or the institution's?"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pptx
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation
from pptx.slide import SlideLayout

from dashboard.domain.errors import SettingError
from dashboard.outputs.deck.skeleton import CONTENT_SLIDE, FREE_SLIDE, TITLE_SLIDE, skeleton

ALSO_CALLED = {
    TITLE_SLIDE: "Title Slide",
    CONTENT_SLIDE: "Title and Content",
    FREE_SLIDE: "Title Only",
}
"""The same layouts in an English PowerPoint."""

_TEMPLATE = b"presentationml.template.main+xml"
_PRESENTATION = b"presentationml.presentation.main+xml"


@dataclass(frozen=True)
class Template:
    """A presentation whose layouts are used; its own slides are left out."""

    content: bytes

    def opened(self) -> Presentation:
        """A new presentation without slides."""
        presentation = pptx.Presentation(BytesIO(self.content))
        listed = presentation.slides._sldIdLst  # noqa: SLF001 - python-pptx cannot remove a slide.
        for identifier in list(listed):
            presentation.part.drop_rel(identifier.rId)
            listed.remove(identifier)
        return presentation


def layout_named(presentation: Presentation, name: str) -> SlideLayout:
    """The layout called `name`, in French or English; raises SettingError where the template has none."""
    found = {layout.name: layout for layout in presentation.slide_layouts}
    layout = found.get(name) or found.get(ALSO_CALLED[name])
    if layout is None:
        listed = ", ".join(f"« {known} »" for known in found) or "aucune"
        raise SettingError(
            f"Le modèle de présentation n'a pas de disposition « {name} » "
            f"(ou « {ALSO_CALLED[name]} »). Ses dispositions : {listed}."
        )
    return layout


@lru_cache(maxsize=1)
def own_template() -> Template:
    """The template that our own code builds."""
    return Template(skeleton())


def template_from(path: Path | None) -> Template:
    """The template of a file, .pptx or .potx; ours without one. Raises SettingError where it cannot serve."""
    if path is None:
        return own_template()
    try:
        template = Template(_as_presentation(path.read_bytes()))
        presentation = template.opened()
    except (BadZipFile, KeyError, OSError, PackageNotFoundError, ValueError) as error:
        raise SettingError(
            f"DASHBOARD_DECK_TEMPLATE : « {path} » ne peut pas être lu comme un modèle "
            "PowerPoint (.pptx ou .potx)."
        ) from error
    for name in ALSO_CALLED:
        layout_named(presentation, name)
    return template


def _as_presentation(content: bytes) -> bytes:
    """A .potx differs from a .pptx by one word, which python-pptx refuses."""
    out = BytesIO()
    with ZipFile(BytesIO(content)) as given, ZipFile(out, "w") as written:
        for item in given.infolist():
            data = given.read(item)
            if item.filename == "[Content_Types].xml":
                data = data.replace(_TEMPLATE, _PRESENTATION)
            written.writestr(item, data)
    return out.getvalue()
