"""Against which outside figures may a share or a mean of the study be read?"""

from __future__ import annotations

from pydantic import BaseModel, ConfigDict, Field

from dashboard.domain.dimension import Dimension


class Benchmark(BaseModel):
    """An outside figure: the share, in percent, of `codes` (or of a `group`) of a variable, or the mean of a number.

    `name` stands beside its line: `Demandeurs d'emploi en France`. `population`, `period` and `source` say whose figure
    it is and where it was published, `comparability` in one sentence how far the study's may be held against it. `wave`
    is given for a variable that has one value a wave.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: str = Field(min_length=1)
    variable: str = Field(min_length=1)
    codes: tuple[str, ...] = ()
    group: str = ""
    wave: str | None = None
    value: float
    population: str = Field(min_length=1)
    period: str = Field(min_length=1)
    source: str = Field(min_length=1)
    comparability: str = Field(min_length=1)

    @property
    def along(self) -> Dimension:
        """The dimension that it speaks of."""
        return Dimension(self.variable, self.wave)

    @property
    def is_share(self) -> bool:
        """Whether it is a share, and no mean."""
        return bool(self.codes or self.group)
