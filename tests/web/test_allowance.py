"""Are the selections of a demonstration counted for all of its workers together?"""

import pytest

from dashboard.disclosure.asked import Asked
from dashboard.domain.errors import AllowanceError
from dashboard.web.allowance import file_of_this_run

SECRET = "x" * 32


def test_workers_of_a_demonstration_share_one_allowance() -> None:
    file = file_of_this_run()
    one, other = Asked(SECRET, file, most=1), Asked(SECRET, file, most=1)
    one.take("127.0.0.1", ["?genre=F"])
    with pytest.raises(AllowanceError):
        other.take("127.0.0.1", ["?genre=H"])


def test_another_run_counts_anew() -> None:
    assert file_of_this_run() != file_of_this_run()
