"""Where is a chart shown: on a page, on a phone, or in a room?"""

from __future__ import annotations

from typing import Literal

Medium = Literal["page", "phone", "room"]
"""On a phone fewer labels fit. In a room, on a screen or a slide, all text is twice as large and nobody can point."""
