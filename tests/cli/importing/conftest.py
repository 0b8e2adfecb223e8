"""What do all tests of `import` start from?"""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.cli.importing.pile import MANY, Pile
from tests.ingest.raw.small import KEY
from tests.support.raw_people import people


@pytest.fixture(scope="package")
def pile(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Pile]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("DASHBOARD_IMPORT_KEY", KEY)
        made = Pile(tmp_path_factory.mktemp("pile"), people(MANY))
        assert made.imported("première").code == 0
        yield made


@pytest.fixture(autouse=True)
def key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DASHBOARD_IMPORT_KEY", KEY)
