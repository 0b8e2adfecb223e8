"""What is a provider of identities to a test? Authlib's own server side, on a port of this machine, which may lie."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from threading import Thread
from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.rfc6749 import ClientMixin
from authlib.oauth2.rfc6749.grants import AuthorizationCodeGrant
from authlib.oauth2.rfc7636 import CodeChallenge
from authlib.oidc.core import AuthorizationCodeMixin, OpenIDCode
from flask import Flask, Response, jsonify, request
from joserfc.jwk import RSAKey
from werkzeug.serving import make_server

CLIENT, SECRET = "observatoire", "un secret convenu"

KEY, OTHER_KEY = (RSAKey.generate_key(2048, {"kid": "1"}) for _ in range(2))


@dataclass
class Code(AuthorizationCodeMixin):  # type: ignore[misc] # Without types.
    """A code, and what was asked when it was given."""

    asked: dict[str, str]

    def get_redirect_uri(self) -> str:
        return self.asked["redirect_uri"]

    def get_scope(self) -> str:
        return self.asked["scope"]

    def get_nonce(self) -> str:
        return self.asked.get("nonce", "")

    def get_auth_time(self) -> None:
        return None

    get_acr = get_amr = get_auth_time

    @property
    def code_challenge(self) -> str:
        return self.asked["code_challenge"]

    @property
    def code_challenge_method(self) -> str:
        return self.asked["code_challenge_method"]


class Client(ClientMixin):  # type: ignore[misc] # Without types.
    """The dashboard, as the provider knows it."""

    def __init__(self, back: str) -> None:
        self._back = back

    def get_client_id(self) -> str:
        return CLIENT

    def get_default_redirect_uri(self) -> str:
        return self._back

    def get_allowed_scope(self, scope: str) -> str:
        return scope

    def check_redirect_uri(self, redirect_uri: str) -> bool:
        return redirect_uri == self._back

    def check_client_secret(self, client_secret: str) -> bool:
        return client_secret == SECRET

    def check_endpoint_auth_method(self, method: str, _endpoint: str) -> bool:
        return method == "client_secret_basic"

    def check_response_type(self, response_type: str) -> bool:
        return response_type == "code"

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == "authorization_code"


@dataclass
class Identities:
    """A provider: who is at the browser, and what it says that it should not."""

    issuer: str = ""
    back: str = ""
    person: dict[str, Any] = field(default_factory=dict)
    lies: dict[str, Any] = field(default_factory=dict)
    key: RSAKey = field(default_factory=lambda: KEY)
    described: dict[str, Any] = field(default_factory=dict)
    in_token: bool = True
    down: bool = False
    codes: dict[str, Code] = field(default_factory=dict)

    def told(self) -> dict[str, Any]:
        return {
            "issuer": self.issuer,
            "authorization_endpoint": f"{self.issuer}/authorize",
            "token_endpoint": f"{self.issuer}/token",
            "userinfo_endpoint": f"{self.issuer}/userinfo",
            "jwks_uri": f"{self.issuer}/keys",
            "end_session_endpoint": f"{self.issuer}/leave",
            "id_token_signing_alg_values_supported": ["RS256", "HS256", "none"],
            "scopes_supported": ["openid", "profile", "email", "roles"],
            **self.described,
        }


@contextmanager
def identities(back: str) -> Iterator[Identities]:
    """A provider that sends browsers back to the address `back`."""
    provider = Identities(back=back)
    server = make_server("127.0.0.1", 0, _served(provider), threaded=True)
    provider.issuer = f"http://127.0.0.1:{server.port}"
    thread = Thread(target=server.serve_forever)
    thread.start()
    try:
        yield provider
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _grant_of(provider: Identities) -> type[AuthorizationCodeGrant]:
    class Grant(AuthorizationCodeGrant):  # type: ignore[misc] # Without types.
        TOKEN_ENDPOINT_AUTH_METHODS = ["client_secret_basic"]  # noqa: RUF012 - as its base has it.

        def save_authorization_code(self, code: str, _asked: object) -> None:
            provider.codes[code] = Code(dict(request.args))

        def query_authorization_code(self, code: str, _client: Client) -> Code | None:
            return provider.codes.pop(code, None)

        def delete_authorization_code(self, _code: Code) -> None:
            """It is gone already: a code is of use once."""

        def authenticate_user(self, _code: Code) -> dict[str, Any]:
            return provider.person

    return Grant


def _token_of(provider: Identities) -> OpenIDCode:
    class Token(OpenIDCode):  # type: ignore[misc] # Without types.
        def resolve_client_private_key(self, _client: Client) -> RSAKey:
            return provider.key

        def get_encode_header(self, client: Client) -> dict[str, str]:
            return {"alg": self.get_client_algorithm(client), "kid": "1"}

        def get_client_algorithm(self, _client: Client) -> str:
            return str(provider.lies.get("alg", "RS256"))

        def get_client_claims(self, _client: Client) -> dict[str, Any]:
            return {"iss": provider.issuer, "aud": [CLIENT]}

        def exists_nonce(self, _nonce: str, _asked: object) -> bool:
            return False

        def generate_user_info(self, user: dict[str, Any], _scope: str) -> dict[str, Any]:
            lies = {name: value for name, value in provider.lies.items() if name != "alg"}
            known = user if provider.in_token else {"sub": user["sub"]}
            return {**known, **lies}

    return Token(require_nonce=True)


def _served(provider: Identities) -> Flask:
    server = Flask(__name__)
    client = Client(provider.back)
    authorization = AuthorizationServer(server, {CLIENT: client}.get, lambda *_: None)
    proven = CodeChallenge(required=True)
    authorization.register_grant(_grant_of(provider), [_token_of(provider), proven])

    @server.before_request
    def whether_it_answers() -> tuple[str, int] | None:
        return ("out of order", 503) if provider.down else None

    @server.get("/.well-known/openid-configuration")
    def described() -> Response:
        return jsonify(provider.told())

    @server.get("/keys")
    def keys() -> Response:
        return jsonify({"keys": [KEY.as_dict(private=False)]})

    @server.get("/authorize")
    def authorize() -> Response:
        person = provider.person
        grant = authorization.get_consent_grant(end_user=person)
        answer: Response = authorization.create_authorization_response(
            grant_user=person, grant=grant
        )
        return answer

    @server.post("/token")
    def token() -> Response:
        answer: Response = authorization.create_token_response()
        return answer

    @server.get("/userinfo")
    def userinfo() -> Response:
        return jsonify(provider.person)

    return server
