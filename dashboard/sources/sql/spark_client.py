"""How is Spark's client imported without a word, and without the end of this process?"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def _with_a_file() -> Iterator[None]:
    """Gives this program a file for a moment.

    The client takes one that has none, as `python -c` and the workers of pytest, for its own doctests, and ends it.
    """
    program = sys.modules["__main__"]
    nameless = not hasattr(program, "__file__")
    if nameless:
        program.__file__ = __file__
    try:
        yield
    finally:
        if nameless:
            del program.__file__


with _with_a_file(), warnings.catch_warnings():
    # It has not caught up with pandas 3, says so as it is imported, and is given rows and Arrow alone.
    warnings.simplefilter("ignore", FutureWarning)
    from pyspark.errors import PySparkException
    from pyspark.sql.connect.client import DefaultChannelBuilder
    from pyspark.sql.connect.client.retries import DefaultPolicy
    from pyspark.sql.connect.session import SparkSession

__all__ = ["DefaultChannelBuilder", "DefaultPolicy", "PySparkException", "SparkSession"]
