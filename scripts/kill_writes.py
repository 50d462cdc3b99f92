"""Kill the program while it writes, again and again: each file is always the old one or the new.

Run as ``python scripts/kill_writes.py [COUNT] [SEED]``. Ends with 1 if a file was lost or cut.
Not for Windows, which cannot fork.
"""

import csv
import json
import os
import random
import signal
import sys
import tempfile
import time
from dataclasses import asdict
from itertools import count
from pathlib import Path
from types import MappingProxyType

import numpy as np

from mnist_desktop import Parameters, load_parameters
from mnist_desktop.model.data import Split, load_digits
from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.export import write_csv
from mnist_desktop.model.formats import to_json, to_npz
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.whole_files import replacing
from mnist_desktop.session.settings import (
    Settings,
    read_marks,
    read_settings,
    write_marks,
    write_settings,
)

_ROWS = 1000
_LONGEST = 0.1  # seconds until a writer is killed


def write(folder: Path, version: int, split: Split) -> None:
    """Write every kind of file once, each so that all of it tells its version."""
    recent = tuple((f"/{version}/{place}", "digits", 256) for place in range(100))
    write_settings(folder / "settings.json", Settings(index=version, recent=recent))
    stars = frozenset((f"{version}", place) for place in range(2000))
    write_marks(folder / "marks.json", Marks(MappingProxyType({"Starred": stars})))
    parameters = Parameters(*(np.full_like(array, version) for array in load_parameters()))
    for name, form in (("net.npz", to_npz), ("net.json", to_json)):
        with replacing(folder / name) as file:
            file.write(form(parameters))
    same = np.full(_ROWS, version % 10, np.uint8)
    scores = np.full((_ROWS, 10), version, np.float32)
    for _ in write_csv(folder / "rows.csv", split, Evaluation("test", _ROWS, same, scores, same)):
        pass


def check(folder: Path) -> list[str]:
    """Return what is wrong with the files: each must be whole, and of one version."""
    settings, problem = read_settings(folder / "settings.json")
    marks, other = read_marks(folder / "marks.json")
    wrong = [words for words in (problem, other) if words]
    if {path.split("/")[1] for path, *_ in settings.recent} != {str(settings.index)}:
        wrong.append(f"settings.json is mixed: {asdict(settings)}")
    if len(marks.starred) != 2000 or len({name for name, _ in marks.starred}) != 1:
        wrong.append("marks.json is not whole")
    for name in ("net.npz", "net.json"):
        values = {value for array in load_parameters(folder / name) for value in np.unique(array)}
        if len(values) != 1:
            wrong.append(f"{name} is mixed: {values}")
    with (folder / "rows.csv").open(newline="") as file:
        _, *rows = csv.reader(file)
    if len(rows) != _ROWS or len({row[4] for row in rows}) != 1:
        wrong.append(f"rows.csv has {len(rows)} rows")
    return wrong


def main(kills: int, seed: int) -> int:
    """Write and kill; print what was lost."""
    chance = random.Random(seed)  # noqa: S311 (not for secrets)
    test = next(load_digits("test")).splits["test"]
    split = Split("test", test.images[:_ROWS], test.labels[:_ROWS])
    wrong: list[str] = []
    versions = set()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, 0, split)
        for _ in range(kills):
            begin = json.loads((folder / "settings.json").read_text())["index"] + 1
            child = os.fork()
            if child == 0:
                for version in count(begin):
                    write(folder, version, split)
            time.sleep(chance.uniform(0, _LONGEST))
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            wrong += check(folder)
            versions.add(read_settings(folder / "settings.json")[0].index)
    print(f"{kills} times killed, {max(versions)} times all was written, {len(wrong)} files wrong")
    for words in wrong[:5]:
        print(words, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    arguments = [int(word) for word in sys.argv[1:]]
    sys.exit(main(*arguments, *(50, 1)[len(arguments) :]))
