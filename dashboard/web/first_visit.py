"""What is a first visitor told beside the first map or flow? (`assets/scripts/hint.js`)"""

from __future__ import annotations

from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.regions import main_noun, mapped


def hint(vocabulary: Vocabulary) -> str:
    """That what is drawn can be clicked, in the words of the study."""
    noun = main_noun(vocabulary)
    region = f"{'une' if noun.feminine else 'un'} {noun.singular} ou " if mapped(vocabulary) else ""
    return f"Cliquez sur {region}un flux pour filtrer toute la page."
