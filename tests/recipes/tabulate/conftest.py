"""Who attacks what was published, and random files to publish. A benchmark loads the same modules."""

from __future__ import annotations

import importlib.util
import sys
from collections.abc import Callable
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest


def _module(name: str) -> ModuleType:
    spec = importlib.util.spec_from_file_location(name, Path(__file__).with_name(f"{name}.py"))
    assert spec is not None
    assert spec.loader is not None
    module = sys.modules[name] = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="session")
def breaches_of() -> Callable[..., Any]:
    """Return a function that publishes the random file of a seed and attacks it."""
    _module("attacker"), _module("random_files")
    breaches: Callable[..., Any] = _module("published").breaches_of
    return breaches


@pytest.fixture(scope="session")
def attacked() -> Callable[..., Any]:
    """Return the attacker of results."""
    attack: Callable[..., Any] = _module("attacker").attack
    return attack
