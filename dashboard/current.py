"""Which publication is shown now?"""

from dashboard.publication import Publication


class Current:
    """The publication that is shown now, for whoever answers requests: ask `get` once a request and keep nothing.

    `replace` puts another one in its place for the requests to come. A request that has begun ends on the publication
    that it began with. Both are a single reading or writing of a reference: threads need no lock.
    """

    def __init__(self, publication: Publication) -> None:
        self._publication = publication

    def get(self) -> Publication:
        """The publication to answer one request from."""
        return self._publication

    def replace(self, publication: Publication) -> None:
        """Shows `publication` from the next request on."""
        self._publication = publication
