"""What does the comparison say of two selections, and what of one line? Shared by the tests of this folder."""

from dashboard.content.content import Content
from dashboard.content.data_table import Row
from dashboard.exhibits.exhibit import Exhibit
from tests.support.exhibits import composed, opened

COHORTS = "?promotion=2014-2015&b.promotion=2015-2016&comparer.vue=emploi-groupes"


def compared(search: str) -> Exhibit:
    """The comparison at the address `search`, of the status where it names no view."""
    named = search if "comparer.vue" in search else f"{search}&comparer.vue=statut"
    return composed("comparer", named, opened())


def line(exhibit: Exhibit, *labels: str) -> Row:
    """The only row of the comparison that begins with `labels`."""
    return line_of(exhibit.content, *labels)


def line_of(content: Content, *labels: str) -> Row:
    """The only row of any table that begins with `labels`."""
    (row,) = [row for row in content.data_table.rows if row.labels[: len(labels)] == labels]
    return row
