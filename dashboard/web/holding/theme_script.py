"""Which script stands in the page itself, and how does the content policy know it?"""

from __future__ import annotations

import hashlib
from base64 import b64encode

THEME_SCRIPT = (
    "try{var t=localStorage.getItem('dashboard-theme')}catch(e){}"
    "document.documentElement.setAttribute('data-bs-theme',"
    "t||(matchMedia('(prefers-color-scheme: dark)').matches?'dark':'light'))"
)
"""Day or night before anything is painted (`assets/scripts/day_and_night.js`): the only script in the page itself."""

THEME_HASH = "sha256-" + b64encode(hashlib.sha256(THEME_SCRIPT.encode()).digest()).decode()
"""By which the content policy knows it."""
