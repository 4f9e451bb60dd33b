"""Fuzz one door after another, guided by coverage: ``python tests/fuzz/run.py [NAME...] --seconds 60``.

Needs ``pip install atheris``; ``frame.py`` says what a fuzzer is.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

HERE = Path(__file__).parent
# What is worth starting from the next time, and what was found now; not kept in the repository.
KEPT = Path(".fuzz")
# An input that takes longer, or more memory with all libraries loaded, is a finding too.
BOUNDS = ("-timeout=20", "-rss_limit_mb=1500", "-verbosity=0", "-print_final_stats=1")


def fuzz(name: str, seconds: int) -> None:
    """Fuzz one door in this process, which libFuzzer ends: with status 0 when nothing was found."""
    import atheris

    with atheris.instrument_imports(include=["phare_cli"]):
        from frame import findings, load

        fuzzer = load(name)
        for seed in fuzzer.seeds:
            fuzzer.fuzz(seed)  # so that what is imported late is imported now, and watched
    corpus = KEPT / name / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for place, seed in enumerate(fuzzer.seeds):
        (corpus / f"seed{place}").write_bytes(seed)
    for path in findings(name):
        shutil.copy(path, corpus)
    tokens = KEPT / name / "tokens"
    quoted = ("".join(f"\\x{byte:02x}" for byte in token.encode()) for token in fuzzer.tokens)
    tokens.write_text("".join(f'"{token}"\n' for token in quoted), encoding="ascii")
    words = (f"-max_total_time={seconds}", f"-dict={tokens}", f"-artifact_prefix={KEPT / name}/", str(corpus))
    atheris.Setup([sys.argv[0], *BOUNDS, *words], fuzzer.fuzz)
    atheris.Fuzz()


def executions(said: bytes) -> str:
    """Return how many inputs libFuzzer says that it has tried."""
    found = re.findall(rb"stat::number_of_executed_units:\s*(\d+)", said)
    return f"{int(found[-1]):,}" if found else "no"


def main() -> int:
    """Fuzz the doors that were named, or all of them, each in a process of its own; 1 when anything was found."""
    known = sorted(path.stem.removeprefix("fuzz_") for path in HERE.glob("fuzz_*.py"))
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of: {', '.join(known)}; all without one")
    parser.add_argument("--seconds", type=int, default=60, help="for each door")
    parser.add_argument("--here", action="store_true", help="in this process, the one door that is named")
    given = parser.parse_args()
    if unknown := [name for name in given.names if name not in known]:
        parser.error(f"no fuzzer is called {unknown[0]}; these are: {', '.join(known)}")
    if given.here:
        fuzz(given.names[0], given.seconds)
        return 0

    def apart(name: str) -> subprocess.CompletedProcess[bytes]:
        command = [sys.executable, __file__, name, "--here", "--seconds", str(given.seconds)]
        return subprocess.run(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)

    found = 0
    names = given.names or known
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        for name, done in zip(names, pool.map(apart, names), strict=True):
            if done.returncode == 0:
                sys.stdout.write(f"{name}: nothing found in {executions(done.stdout)} executions\n")
            else:
                found += 1
                lines = done.stdout.decode(errors="replace").splitlines()
                sys.stdout.write(
                    "\n".join(line for line in lines if not line.startswith("INFO: Instrumenting"))
                )
                sys.stdout.write(
                    f"\n{name}: FOUND. Mend it, and keep its input, which lies in {KEPT / name}, "
                )
                sys.stdout.write(f"in {HERE / 'found' / name}.\n")
            sys.stdout.flush()
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
