"""What is a reader told whose link was copied from another version of the tables than the one that is shown?"""

from __future__ import annotations

from markupsafe import Markup

from dashboard.domain.address import Address
from dashboard.publication import Publication
from dashboard.text.editions import other_version
from dashboard.web.messages import message


def copied_from(address: Address, publication: Publication) -> Markup | None:
    """One line of which version it was copied from; None where that is the one that is shown, or nobody says."""
    told = other_version(
        address.version, publication.version, publication.dated, publication.editions
    )
    return message(told) if told else None
