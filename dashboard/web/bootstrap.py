"""At which address is Bootstrap's style sheet, as a package on this host serves it?"""

from __future__ import annotations

from hashlib import sha256
from importlib.metadata import version

_KNOWN_BY = sha256(version("Bootstrap-Flask").encode()).hexdigest()[:12]

BOOTSTRAP = f"/bootstrap/static/css/bootstrap.min.css?v={_KNOWN_BY}"
"""Below our path: nothing comes from a content network. It changes with the package, and does not tell its version."""
