"""Are files that never change sent in few bytes, and kept by browsers for good?"""

import gzip
import re
from pathlib import Path

import brotli
import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.datastructures import Accept
from werkzeug.http import parse_accept_header

from dashboard.current import Current
from dashboard.publication import Publication
from dashboard.web.browser_files import (
    DOCUMENT_STYLES,
    FIRST_SCRIPTS,
    ICON,
    PLOTLY,
    STYLES,
    BrowserFiles,
)
from dashboard.web.compressed import encoding_for
from dashboard.web.server import create_app

FOR_GOOD = {"public", "max-age=31536000", "immutable"}
READ = {None: bytes, "gzip": gzip.decompress, "br": brotli.decompress}


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip, deflate", "gzip"),
        ("br;q=0.5, gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("*", "br"),
        ("zstd", None),
        ("identity", None),
        ("", None),
    ],
)
def test_a_browser_gets_the_smallest_encoding_that_it_likes_best(
    accepted: str, encoding: str | None
) -> None:
    assert encoding_for(parse_accept_header(accepted, Accept)) == encoding


def _folder(path: Path, plotly: str = "plotly", script: str = "script") -> Path:
    contents = {f"styles/{name}.css": "a {}" for name in (*STYLES, *DOCUMENT_STYLES)} | {
        ICON: "icon"
    }
    contents |= {PLOTLY: plotly, "scripts/main.js": script, "fonts/400.woff2": "font"}
    contents |= dict.fromkeys(FIRST_SCRIPTS, "first")
    for name, content in contents.items():
        (path / name).parent.mkdir(parents=True, exist_ok=True)
        (path / name).write_text(content * 100, encoding="utf-8")
    return path


def _client(files: BrowserFiles) -> FlaskClient:
    server = Flask(__name__)
    files.serve(server)
    return server.test_client()


@pytest.mark.parametrize("encoding", ["br", "gzip", None])
@pytest.mark.parametrize("name", ["scripts/main.js", PLOTLY, "styles/all.css"])
def test_each_file_is_there_in_each_encoding(
    tmp_path: Path, name: str, encoding: str | None
) -> None:
    files = BrowserFiles(_folder(tmp_path))
    client = _client(files)
    plain = client.get(files.address(name)).data
    answer = client.get(files.address(name), headers={"Accept-Encoding": encoding or ""})
    assert answer.headers.get("Content-Encoding") == encoding
    assert READ[encoding](answer.data) == plain
    assert answer.headers["Vary"] == "Accept-Encoding"
    assert set(answer.headers["Cache-Control"].split(", ")) == FOR_GOOD


def test_a_font_is_compressed_in_itself(tmp_path: Path) -> None:
    files = BrowserFiles(_folder(tmp_path))
    address = files.address("fonts/400.woff2")
    answer = _client(files).get(address, headers={"Accept-Encoding": "br"})
    assert "Content-Encoding" not in answer.headers


def test_what_was_compressed_beforehand_is_sent_as_it_is(tmp_path: Path) -> None:
    folder = _folder(tmp_path)
    (folder / f"{PLOTLY}.br").write_bytes(b"made beforehand")
    files = BrowserFiles(folder)
    answer = _client(files).get(files.address(PLOTLY), headers={"Accept-Encoding": "br"})
    assert answer.data == b"made beforehand"


def test_plotly_and_our_files_change_their_addresses_apart(tmp_path: Path) -> None:
    first, other_script, other_plotly = (
        BrowserFiles(_folder(tmp_path / name, plotly, script))
        for name, plotly, script in [("a", "p", "s"), ("b", "p", "t"), ("c", "q", "s")]
    )
    main = "scripts/main.js"
    assert first.address(PLOTLY) == other_script.address(PLOTLY) != other_plotly.address(PLOTLY)
    assert first.address(main) == other_plotly.address(main) != other_script.address(main)


def test_plotly_is_not_loaded_before_a_page_needs_it(tmp_path: Path) -> None:
    files = BrowserFiles(_folder(tmp_path))
    assert files.address("scripts/main.js") in files.later_links
    assert PLOTLY not in files.links + files.later_links


def test_before_the_page_is_painted_no_script_is_fetched_but_the_one_that_waits_for_it(
    tmp_path: Path,
) -> None:
    files = BrowserFiles(_folder(tmp_path))
    early = re.findall(r'href="[^"]+/(scripts/[^"]+)"', files.links)
    assert early == ["scripts/boot.js", "scripts/message.js"]


@pytest.fixture(scope="module")
def client(publication: Publication) -> FlaskClient:
    client: FlaskClient = create_app(Current(publication)).server.test_client()
    return client


@pytest.mark.parametrize("encoding", ["br", "gzip", None])
def test_what_other_packages_bring_is_kept_for_good_too(
    client: FlaskClient, encoding: str | None
) -> None:
    page = client.get("/").text
    loaded = re.findall(
        r"""(?:src|href)=["'](/(?:_dash-component-suites|bootstrap)/[^"']+)""", page
    )
    assert len(loaded) > 5
    for address in loaded:
        with client.get(address) as answer:
            plain = answer.data
        for _ in range(2):
            with client.get(address, headers={"Accept-Encoding": encoding or ""}) as answer:
                assert answer.headers.get("Content-Encoding") == encoding
                assert READ[encoding](answer.data) == plain
                assert answer.headers["Vary"] == "Accept-Encoding"
                assert set(answer.headers["Cache-Control"].split(", ")) == FOR_GOOD


def test_an_address_without_a_version_is_asked_again(client: FlaskClient) -> None:
    answer = client.get("/_dash-component-suites/dash/dcc/dash_core_components.js")
    assert answer.status_code == 200
    assert "immutable" not in answer.headers.get("Cache-Control", "")
    assert "ETag" in answer.headers


def test_what_is_new_each_time_is_not_kept(client: FlaskClient) -> None:
    for address in ("/", "/export/carte.csv", "/_dash-layout"):
        answer = client.get(address, headers={"Accept-Encoding": "br"})
        assert "immutable" not in answer.headers.get("Cache-Control", "")
