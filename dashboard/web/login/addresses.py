"""Where are the pages of the login, and where does somebody come back to?"""

from __future__ import annotations

from urllib.parse import quote, urlsplit

from flask import request

from dashboard.web.mount import below, root

LOGIN, LOGOUT = "/connexion", "/deconnexion"
PROVIDER, BACK = "/connexion/fournisseur", "/connexion/retour"
AUDIT = "/audit"

RETURN = "retour"
"""The parameter that says where to come back to."""

LONGEST = 8000
"""Letters of an address, that of a login among them, as many as any may have (`gunicorn.conf.py`)."""


def here() -> str:
    """The address that is asked, to come back to."""
    query = request.query_string.decode("latin-1")
    return f"{below(quote(request.path))}{'?' if query else ''}{query}"


def login_for(address: str) -> str:
    """Where to log in, to come back to `address`; to its page alone where no request could hold it all, quoted."""
    way = f"{below(LOGIN)}?{RETURN}="
    whole = way + quote(address, safe="")
    page = way + quote(urlsplit(address).path, safe="")
    return next((one for one in (whole, page) if len(one) <= LONGEST), below(LOGIN))


def come_back(address: str) -> str:
    r"""`address` where it is one of ours, by its path alone; the overview in place of any other.

    A browser reads `//host`, `/\host` and whatever holds a tab as another host's.
    """
    ours = f"{root()}/"
    plain = len(address) <= LONGEST and all(" " < letter < "\x7f" for letter in address)
    if not plain or not address.startswith(ours) or address.startswith(("//", "/\\")):
        return ours
    parts = urlsplit(address)
    login = parts.path.removeprefix(root()).startswith((LOGIN, LOGOUT))
    return ours if parts.scheme or parts.netloc or "\\" in parts.path or login else address
