"""Random events at the window, and kills while it writes: the scripts, cut short."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


def run(script, *numbers):
    ended = subprocess.run(
        [sys.executable, ROOT / "scripts" / script, *map(str, numbers)],
        cwd=ROOT,
        env=os.environ | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=300,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
    return ended.stdout


def test_random_events_break_nothing():
    assert "300 events" in run("monkey.py", 300, 7)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_files_are_whole_however_the_program_is_killed():
    assert "10 times killed" in run("kill_writes.py", 10, 7)
