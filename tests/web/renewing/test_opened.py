"""Does a running dashboard notice that what it shows has been opened to everybody, the version being the same?"""

from pathlib import Path

from dashboard.current import Current
from dashboard.datasets.mark import mark_of
from dashboard.datasets.store import Store
from dashboard.disclosure.policy import INTERNAL
from dashboard.opening import open_publication
from dashboard.publication import Publication
from dashboard.web.renewing.renewal import Renewal, Watched
from tests.support.exhibits import ROOT
from tests.support.stores import published, tables


def test_a_version_that_is_opened_meanwhile_is_opened_where_it_is_shown(tmp_path: Path) -> None:
    store, later = Store(tmp_path / "store"), tables(tmp_path / "b", without=3)
    published(store, tables(tmp_path / "a"))
    published(store, later, few_changes=True)

    def load() -> Publication:
        return open_publication(store.folder, ROOT / "data", INTERNAL)

    mark, current = mark_of(store.folder), Current(load())
    renewal = Renewal(current, Watched(mark, load), lambda _: None)
    renewal.check()
    closed = current.get()
    assert closed.held
    published(store, later, few_changes=False, open_diffusion=True)
    renewal.check()
    assert current.get().version == closed.version
    assert not current.get().held
    assert renewal.told().state == "current"
