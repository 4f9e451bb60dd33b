"""Programs of other registries than ours are asked where they are: `.ci/run` installs them."""

from pathlib import Path
from shutil import which

_ASKED = {
    "test_formatters.py": which("prettier") is not None,
    "test_site_builders.py": which("mkdocs") is not None,
    "test_accessible.py": (Path(which("prettier") or "").parent.parent / "axe-core/axe.min.js").is_file(),
}
collect_ignore = [name for name, is_there in _ASKED.items() if not is_there]
