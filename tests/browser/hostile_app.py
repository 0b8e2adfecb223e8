"""The dashboard by a codebook whose every label is hostile: `server` is what gunicorn serves to a test."""

from pathlib import Path
from tempfile import TemporaryDirectory

from dashboard.current import Current
from dashboard.web.server import create_app
from tests.outputs.taken import hostile_publication

with TemporaryDirectory() as folder:
    server = create_app(Current(hostile_publication(Path(folder)))).server
