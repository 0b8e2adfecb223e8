"""In which form is the log written, so that a person or a machine reads it, and no line is about a person?"""

from __future__ import annotations

import logging
import re
import sys
from contextvars import ContextVar
from typing import Literal

from pythonjsonlogger.core import RESERVED_ATTRS
from pythonjsonlogger.json import JsonFormatter

Format = Literal["text", "json"]

REQUEST: ContextVar[str] = ContextVar("request", default="")
"""The identifier of the request that is being answered; empty outside of one."""

_TEXT = "%(asctime)s %(levelname)s %(name)s%(request)s %(message)s"
_FIELDS = "%(asctime)s %(levelname)s %(name)s %(message)s"
_RENAMED = {"asctime": "time", "levelname": "level", "name": "logger"}

_BY_ADDRESS = re.compile(r"^Invalid request from ip=\S+: ")
_QUERY = re.compile(r"\?.*", re.DOTALL)


class Named(logging.Filter):
    """Gives each record the identifier of the request that it belongs to."""

    def filter(self, record: logging.LogRecord) -> bool:
        request = REQUEST.get()
        record.request_id = request or None
        record.request = f" [{request}]" if request else ""
        return True


class Impersonal(logging.Filter):
    """Takes the address of a browser, and the query of an address, out of what gunicorn says."""

    def filter(self, record: logging.LogRecord) -> bool:
        if isinstance(record.msg, str):
            record.msg = _BY_ADDRESS.sub("Invalid request: ", record.msg)
            if record.msg.startswith("Error handling request") and isinstance(record.args, tuple):
                record.args = tuple(_QUERY.sub("", str(argument)) for argument in record.args)
        return True


def formatter(form: Format) -> logging.Formatter:
    """That of every line: text, or an object of JSON with time, level, logger, message and what is told beside."""
    if form == "text":
        return logging.Formatter(_TEXT)
    # Without what text alone writes.
    kept_out = [*RESERVED_ATTRS, "request"]
    return JsonFormatter(
        _FIELDS, rename_fields=_RENAMED, json_ensure_ascii=False, reserved_attrs=kept_out
    )


def handled(handler: logging.Handler, form: Format) -> logging.Handler:
    """`handler`, which writes in this form, and nothing of a person."""
    handler.setFormatter(formatter(form))
    for kind in (Named, Impersonal):
        if not any(isinstance(known, kind) for known in handler.filters):
            handler.addFilter(kind())
    return handler


def start_logging(level: str, form: Format) -> None:
    """Has everything that this process logs from `level` on written to its error stream, in this form."""
    root = logging.getLogger()
    for handler in list(root.handlers):
        root.removeHandler(handler)
    root.addHandler(handled(logging.StreamHandler(sys.stderr), form))
    root.setLevel(level)
