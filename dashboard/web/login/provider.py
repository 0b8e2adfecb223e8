"""How is a provider of identities asked who somebody is, and what of its answer is believed?

OpenID Connect, by the code flow with PKCE (Authlib): state, nonce and verifier wait in the session on this server.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, ParamSpec, TypeVar

from authlib.common.errors import AuthlibBaseError
from authlib.integrations.flask_client import OAuth
from flask import Flask, request
from joserfc.errors import JoseError
from requests import RequestException
from requests import Response as RequestsResponse
from werkzeug.wrappers import Response as Answer

from dashboard.domain.errors import AccessError

_LOG = logging.getLogger(__name__)

NAME = "fournisseur"

SCOPE = "openid profile email"

PUBLIC_KEYS = ("RS", "PS", "ES", "Ed")
"""How the names of signatures begin that whoever has a public key checks, and cannot make."""

WAITS_S = 10
"""How long its answer is waited for."""

LEEWAY_S = 60
"""By how much its clock may differ from ours."""

DOWN = (
    "Votre fournisseur d'identité ne répond pas, ou répond autre chose que ce qui est attendu. Réessayez dans quelques "
    "minutes ; si cela dure, prévenez l'administrateur de ce tableau de bord."
)
NOT_BELIEVED = (
    "Cette identification n'a pas abouti : elle a expiré, a été refusée, ou ne vient pas de cette page. "
    "Recommencez depuis la page d'identification."
)

P = ParamSpec("P")
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Registration:
    """What the provider has agreed with this dashboard on; `claim`: the one that tells roles."""

    issuer: str
    client_id: str
    secret: str
    claim: str


class ProviderError(AccessError):
    """The provider cannot be asked; not the person's fault."""


class Provider:
    """The provider at an issuer's address, which is asked only when somebody logs in.

    Methods raise ProviderError where it cannot be asked, and AccessError for an answer that is not believed.
    """

    def __init__(self, server: Flask, registration: Registration) -> None:
        self._registration = registration
        self._client = OAuth(server).register(
            NAME,
            client_id=registration.client_id,
            client_secret=registration.secret,
            server_metadata_url=f"{registration.issuer.rstrip('/')}/.well-known/openid-configuration",
            client_kwargs={
                "scope": SCOPE,
                "code_challenge_method": "S256",
                "default_timeout": WAITS_S,
            },
        )

    def ask(self, back: str) -> Answer:
        """Leads the browser to the provider, which sends it to the address `back` afterwards."""
        scope = self._scope()
        answer: Answer = _asked(lambda: self._client.authorize_redirect(back, scope=scope))
        return answer

    def answered(self) -> tuple[Mapping[str, Any], str]:
        """What the provider says of whoever came back, and the token that says it.

        Its signature, issuer, audience, nonce and time are checked. Where roles stand in no token, they are asked for.
        """
        ours = self._registration
        if request.args.get("iss", self._issuer()) != self._issuer():
            raise AccessError(NOT_BELIEVED)
        options = {
            "iss": {"essential": True, "values": [self._issuer()]},
            "aud": {"essential": True, "values": [ours.client_id]},
        }
        token = _asked(
            lambda: self._client.authorize_access_token(claims_options=options, leeway=LEEWAY_S)
        )
        claims: dict[str, Any] = dict(token.get("userinfo") or {})
        if not claims.get("sub"):
            raise AccessError(NOT_BELIEVED)
        if ours.claim.partition(".")[0] not in claims and ours.claim not in claims:
            more = _asked(lambda: self._client.userinfo(token=token))
            if more.get("sub") != claims["sub"]:
                raise AccessError(NOT_BELIEVED)
            claims = {**more, **claims}
        return claims, str(token["id_token"])

    @property
    def has_logout(self) -> bool:
        """Whether somebody can log out there as well, which takes the token of their login."""
        return bool(self._told().get("end_session_endpoint"))

    def leaves_by(self, id_token: str, back: str) -> str:
        """Where somebody logs out of the provider as well; empty where it offers no such place, or is down."""
        try:
            made = _asked(
                lambda: self._client.create_logout_url(
                    post_logout_redirect_uri=back,
                    id_token_hint=id_token,
                    client_id=self._registration.client_id,
                )
            )
        except AccessError:
            return ""
        return str(made["url"])

    def _scope(self) -> str:
        """What is asked for; with the roles, where the provider has a scope of the name of their claim."""
        offered = self._told().get("scopes_supported")
        roles = self._registration.claim.partition(".")[0]
        return f"{SCOPE} {roles}" if isinstance(offered, list) and roles in offered else SCOPE

    def _issuer(self) -> str:
        """As the provider writes it: another one than was agreed on is not believed."""
        told = str(self._told().get("issuer", ""))
        if told.rstrip("/") != self._registration.issuer.rstrip("/"):
            _LOG.error("the provider says that it is %r", told)
            raise ProviderError(DOWN)
        return told

    def _told(self) -> dict[str, Any]:
        """What the provider says of itself. Tokens are believed by its public keys alone, whatever else it offers."""
        told: dict[str, Any] = _asked(self._client.load_server_metadata)
        offered = told.get("id_token_signing_alg_values_supported")
        signs = [one for one in offered or () if str(one).startswith(PUBLIC_KEYS)] or ["RS256"]
        told["id_token_signing_alg_values_supported"] = signs
        return told


def _asked(ask: Callable[[], T]) -> T:
    """What `ask` gets; what the provider says wrong is logged, without what it says of anybody."""
    try:
        return ask()
    except (RequestException, RuntimeError, KeyError, TypeError) as error:
        _LOG.error("the provider of identities cannot be asked: %s", _failure(error))
        raise ProviderError(DOWN) from error
    except (AuthlibBaseError, JoseError, ValueError) as error:
        _LOG.warning("the answer of a provider is not believed: %s", _named(error))
        raise AccessError(NOT_BELIEVED) from error


def _failure(error: Exception) -> str:
    """The kind of fault, and where somebody answered the status and the address, without what it was asked."""
    answer = getattr(error, "response", None)
    if not isinstance(answer, RequestsResponse):
        return type(error).__name__
    return f"{answer.status_code} from {answer.url.partition('?')[0]}"


def _named(error: Exception) -> str:
    """The kind of fault, and the claim that is wrong: what else it says may be about a person."""
    kind = str(getattr(error, "error", "") or type(error).__name__)
    claim = getattr(error, "claim", "")
    return f"{kind} ({claim})" if claim else kind
