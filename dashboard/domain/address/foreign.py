"""Which parameters of an address are not ours, but were added by what led a reader here, to follow him?"""

from __future__ import annotations

import re

PREFIXES = ("utm_", "mtm_", "pk_", "piwik_", "matomo_", "hsa_", "at_", "gad_", "_ga", "_gl", "_hs")
"""How those of analytics begin: Google, Matomo, HubSpot, Piano (formerly AT Internet)."""

NAMES = (
    "dclid",
    "fbclid",
    "gbraid",
    "gclid",
    "gclsrc",
    "igsh",
    "igshid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "oly_anon_id",
    "oly_enc_id",
    "srsltid",
    "ttclid",
    "twclid",
    "vero_id",
    "wbraid",
    "xtor",
    "yclid",
)
"""Those of search engines, networks and mailings, each by its name."""

FOREIGN = rf"^(?:(?:{'|'.join(PREFIXES)}).*|{'|'.join(NAMES)})$"
"""All of them, in small letters, as a regular expression that browsers read alike (`assets/scripts/address.js`)."""

_FOREIGN = re.compile(FOREIGN)


def is_foreign(name: str) -> bool:
    """Whether the parameter called `name` asks nothing of us."""
    return _FOREIGN.match(name.lower()) is not None
