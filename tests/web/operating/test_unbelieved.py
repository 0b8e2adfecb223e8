"""Is it told, once, that a proxy stands in front of which the settings say nothing?"""

from __future__ import annotations

import pytest
from flask import Flask

from dashboard.web.mount import Mount


@pytest.mark.parametrize(("proxies", "told"), [(0, 1), (1, 0)])
def test_a_proxy_that_is_not_believed_is_told_once(
    caplog: pytest.LogCaptureFixture, proxies: int, told: int
) -> None:
    server = Flask("alone")
    server.before_request(lambda: "refused")
    Mount(proxies=proxies).put_before(server)
    client = server.test_client()
    client.get("/")
    assert not caplog.records
    for _ in range(3):
        client.get("/", headers={"X-Forwarded-For": "192.0.2.1", "X-Forwarded-Proto": "https"})
    assert [("DASHBOARD_PROXIES is 0" in each.getMessage()) for each in caplog.records] == (
        [True] * told
    )
