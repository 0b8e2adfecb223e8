"""What do the views of trainings tell of a study that knows, or calls, things otherwise than ours?"""

from dashboard.content.content import Content
from dashboard.content.view import Scene, View
from dashboard.domain.codebook import Category, Word
from dashboard.domain.selection import Selection
from dashboard.domain.vocabulary import Vocabulary
from tests.support.released import released
from tests.support.vocabularies import VOCABULARY

NO_PATHWAY = ("pathway", "main_pathway")
STREAM = VOCABULARY.variable("pathway").model_copy(
    update={
        "label": "Filière",
        "noun": Word(singular="filière", plural="filières", feminine=True),
        "categories": (
            Category(code="long", label="Certifiante", role="degree"),
            Category(code="short", label="Courte"),
        ),
    }
)
"""Pathways of another name, of which one leads to a diploma and has no noun."""


def told(view: View, vocabulary: Vocabulary, **tables: str) -> Content:
    scene = Scene(Selection(), {}, vocabulary)
    return view.tell(scene, {name: released(text) for name, text in tables.items()})


def positions(view: View, vocabulary: Vocabulary) -> list[str]:
    return [choice.label for choice in view.switches[0].offered(vocabulary)]
