"""What of a map is a first visitor told to click on? (`assets/scripts/hint.js`)"""

from __future__ import annotations

from dashboard.domain.vocabulary import Vocabulary
from dashboard.views.kit.regions import main_noun


def region(vocabulary: Vocabulary) -> str:
    """What can be clicked of a map: `une région`, in the words of the study."""
    noun = main_noun(vocabulary)
    return f"{'une' if noun.feminine else 'un'} {noun.singular}"
