"""Whom does a click lead to? Shared by the tests of views."""

from dashboard.content.click_filter import ClickFilter
from tests.support.exhibits import opened, shown


def people_behind(view: str, click: ClickFilter) -> int:
    """The base of `view` once `click` has been followed from the whole population."""
    parameters = click.parameters(opened().vocabulary)
    return shown(
        view, "&".join(f"{name}={value}" for name, value in parameters.items())
    ).content.base
