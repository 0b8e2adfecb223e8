"""Into which template do slides go: our own, or the institution's?"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from pathlib import Path
from zipfile import BadZipFile, ZipFile

import pptx
from pptx.enum.shapes import PP_PLACEHOLDER
from pptx.exc import PackageNotFoundError
from pptx.presentation import Presentation
from pptx.shapes.base import BaseShape
from pptx.slide import SlideLayout

from dashboard.domain.errors import SettingError
from dashboard.outputs.deck.skeleton import CONTENT_SLIDE, FREE_SLIDE, TITLE_SLIDE, skeleton

ALSO_CALLED = {
    TITLE_SLIDE: "Title Slide",
    CONTENT_SLIDE: "Title and Content",
    FREE_SLIDE: "Title Only",
}
"""The same layouts in an English PowerPoint."""

TITLES = (PP_PLACEHOLDER.TITLE, PP_PLACEHOLDER.CENTER_TITLE)
BODIES = (PP_PLACEHOLDER.SUBTITLE, PP_PLACEHOLDER.BODY, PP_PLACEHOLDER.OBJECT)
"""Placeholders that hold a title, and those that hold other text: they may have any number."""

NEEDED = {
    TITLE_SLIDE: (("un titre", TITLES), ("un sous-titre", BODIES)),
    CONTENT_SLIDE: (("un titre", TITLES), ("un espace de contenu", BODIES)),
    FREE_SLIDE: (("un titre", TITLES),),
}
"""What each layout must have a place for."""

_TEMPLATE = b"presentationml.template.main+xml"
_PRESENTATION = b"presentationml.presentation.main+xml"


@dataclass(frozen=True)
class Template:
    """A presentation whose layouts are used; its own slides are left out."""

    content: bytes

    def opened(self) -> Presentation:
        """A new presentation without slides, nor sections or shows that list them: PowerPoint would offer a repair."""
        presentation = pptx.Presentation(BytesIO(self.content))
        listed = presentation.slides._sldIdLst  # noqa: SLF001 - python-pptx cannot remove a slide.
        for identifier in list(listed):
            presentation.part.drop_rel(identifier.rId)
            listed.remove(identifier)
        lists = "./p:custShowLst | ./p:extLst/p:ext[*[local-name() = 'sectionLst']]"
        for stale in presentation.element.xpath(lists):
            stale.getparent().remove(stale)
        return presentation


def layout_named(presentation: Presentation, name: str) -> SlideLayout:
    """The layout called `name`, in French or English, of any master; raises SettingError where there is none."""
    masters = presentation.slide_masters
    layouts = [layout for master in masters for layout in master.slide_layouts]
    for known in (name, ALSO_CALLED[name]):
        for layout in layouts:
            if layout.name == known:
                return layout
    listed = ", ".join(f"« {layout.name} »" for layout in layouts) or "aucune"
    raise SettingError(
        f"le modèle n'a pas de disposition « {name} » (ou « {ALSO_CALLED[name]} »). "
        f"Ses dispositions : {listed}. Donnez ce nom à l'une d'elles dans PowerPoint "
        "(Affichage > Masque des diapositives)."
    )


def held_by(shapes: Iterable[BaseShape], kinds: tuple[PP_PLACEHOLDER, ...] = TITLES) -> BaseShape:
    """The first placeholder of one of `kinds` that has a place; `template_from` has seen that there is one."""
    return next(shape for shape in shapes if _holds(shape, kinds))


def _holds(shape: BaseShape, kinds: tuple[PP_PLACEHOLDER, ...]) -> bool:
    return shape.placeholder_format.type in kinds and shape.width is not None


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
    try:
        for name in NEEDED:
            _check(layout_named(presentation, name), name)
    except SettingError as error:
        raise SettingError(f"DASHBOARD_DECK_TEMPLATE, « {path} » : {error}") from error
    return template


def _check(layout: SlideLayout, name: str) -> None:
    """Raises SettingError where `layout` has no place for what the dashboard writes on it."""
    for words, kinds in NEEDED[name]:
        if not any(_holds(shape, kinds) for shape in layout.placeholders):
            raise SettingError(
                f"il manque {words} à la disposition « {layout.name} ». Ajoutez-le dans PowerPoint "
                "(Affichage > Masque des diapositives), ou choisissez un autre modèle."
            )


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
