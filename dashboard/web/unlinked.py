"""How do a codebook's words stay words in a figure, where plotly would make a link of them?

Plotly draws some HTML in every text: our own `<b>` and `<br>`, but also an `<a>` of whoever wrote a label, which would
lead out of the page, and out of the picture that is taken of it.
"""

from __future__ import annotations

import re
from typing import Any

import orjson

_LINK = re.compile(rb"<(?=/?a\b)", re.IGNORECASE)


def unlinked(figure: dict[str, Any]) -> dict[str, Any]:
    """`figure`, every link in it written out as text; the same one where there is none, as in nearly all."""
    written = orjson.dumps(figure, switch=orjson.OPT_SERIALIZE_NUMPY | orjson.OPT_NON_STR_KEYS)
    if not _LINK.search(written):
        return figure
    found: dict[str, Any] = orjson.loads(_LINK.sub(b"&lt;", written))
    return found
