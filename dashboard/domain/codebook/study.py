"""Which study is this: its title, its partners, what it funds, what it has published, how its survey is done?"""

from __future__ import annotations

from pydantic import model_validator

from dashboard.domain.codebook.entry import Entry


class Word(Entry):
    """A French noun with its gender: `{ singular = "UE", plural = "UE", feminine = true }`.

    Without a `plural` it takes an s. `prose` is the plural in a long text, where it is another one: `unités`.
    """

    singular: str
    plural: str = ""
    feminine: bool = False
    prose: str = ""

    @model_validator(mode="before")
    @classmethod
    def _with_a_plural(cls, values: object) -> object:
        if isinstance(values, dict) and isinstance(values.get("singular"), str):
            plural = values.get("plural") or f"{values['singular']}s"
            return {**values, "plural": plural, "prose": values.get("prose") or plural}
        return values


class Study(Entry):
    """The population studied, who funds it, and where its figures come from.

    `title` and `partners` head every page and deck; `description` tells search engines and bookmarks what it is.
    `funded` is what is funded and counted beside people. `survey` tells how and when the survey is done, in paragraphs
    that blank lines part. `months_between_waves` names the waves that tables have beyond those of the codebook; without
    it, tables may have no such wave.

    `report` is what the study has published, of which figures may be recomputed; without one nothing is compared with
    it. `counted_as_in_the_report`: it counts as the dashboard does by itself (respondents who told nothing of a wave
    stay in the base, nobody is weighted, a cohort of which less than half is known is not compared), so that notes may
    say so.
    """

    title: str = "Que sont devenus les bénéficiaires ?"
    partners: str = ""
    description: str = ""
    population: str
    source: str
    source_enrolment: str = ""
    source_survey: str = ""
    funded: Word = Word(singular="formation", plural="formations", feminine=True)
    report: Word | None = None
    counted_as_in_the_report: bool = False
    survey: str = ""
    months_between_waves: int | None = None

    @model_validator(mode="before")
    @classmethod
    def _one_source_for_all(cls, values: object) -> object:
        """`source` stands for the two others where they are not given."""
        if isinstance(values, dict) and "source" in values:
            named = ("source_enrolment", "source_survey")
            return {**values, **{name: values.get(name) or values["source"] for name in named}}
        return values
