"""Is the domain light to import: no library of statistics or of tables, and no file read?"""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
MODULES = sorted(
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in (ROOT / "dashboard/domain").rglob("*.py")
)
HEAVY = ("statsmodels", "scipy", "pandas", "pyarrow", "tomllib")

SCRIPT = """
import importlib, sys
for name in {modules}:
    importlib.import_module(name)
print(*[name for name in {heavy} if name in sys.modules])
"""


def test_importing_the_domain_loads_no_heavy_library() -> None:
    script = SCRIPT.format(modules=MODULES, heavy=HEAVY)
    ran = subprocess.run(
        [sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True
    )
    assert ran.stdout.strip() == ""
