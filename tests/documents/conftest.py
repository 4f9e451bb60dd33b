"""Formatters that npm installs are asked where they are: `.ci/run` installs them."""

from shutil import which

collect_ignore = [] if which("prettier") else ["test_formatters.py"]
