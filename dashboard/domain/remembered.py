"""What follows from a vocabulary: how is it remembered as long as that is in use, and no longer?"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, partial
from typing import TypeVar, TypeVarTuple, cast

from dashboard.domain.vocabulary import Vocabulary

Args = TypeVarTuple("Args")
T = TypeVar("T")

Asked = Callable[[Vocabulary, *Args], T]


def remembered(most: int) -> Callable[[Asked[*Args, T]], Asked[*Args, T]]:
    """Remembers `most` results of a function for each vocabulary, within it; its arguments can be hashed.

    A cache of the function's own would keep the vocabularies of tables that were replaced long ago.
    """

    def decorated(function: Asked[*Args, T]) -> Asked[*Args, T]:
        def asked(vocabulary: Vocabulary, *args: *Args) -> T:
            memory = vocabulary.memories.get(function)
            if memory is None:
                memory = lru_cache(most)(partial(cast("Callable[..., T]", function), vocabulary))
                vocabulary.memories[function] = memory
            result: T = memory(*args)
            return result

        return asked

    return decorated
