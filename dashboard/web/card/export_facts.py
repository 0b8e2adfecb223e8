"""What does the menu « Exporter » need to know of a card?"""

from __future__ import annotations

from dataclasses import replace

from dashboard.exhibits.exhibit import Exhibit
from dashboard.web.mount import below


def export_facts(exhibit: Exhibit) -> dict[str, str]:
    """Where the files of an exhibit come from and what they are called, whatever policy they are written under.

    As `assets/scripts/export.js` and `assets/scripts/tray/` read them.
    """
    return {
        "title": exhibit.caption.title,
        "selection": exhibit.caption.selection,
        "export": below(f"/export/{exhibit.view.name}"),
        "address": exhibit.address,
        "filters": exhibit.filters,
        "file": replace(exhibit, mark="").file_stem,
    }
