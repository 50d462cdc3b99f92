"""The lecture's steps, as a script from beginning to end."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from mnist_desktop import load_parameters, predict
from mnist_desktop.model.data import Samples
from mnist_desktop.model.evaluation import evaluate

ROOT = Path(__file__).parents[2]

# Runs a script, and then says whether something came along that opens windows.
RUN = """
import runpy, sys
runpy.run_path(sys.argv[1], run_name="__main__")
print("windows:", [name for name in ("PySide6", "matplotlib.pyplot") if name in sys.modules])
"""


@pytest.fixture(scope="module")
def said(tmp_path_factory):
    """What the lecture prints, by the words before the colon."""
    folder = tmp_path_factory.mktemp("lecture")
    ended = subprocess.run(
        [sys.executable, "-W", "error", "-c", RUN, str(ROOT / "examples" / "lecture_1.py")],
        cwd=folder,
        env=os.environ | {"MPLBACKEND": "Agg", "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert (ended.returncode, ended.stderr) == (0, "")
    assert list(folder.iterdir()) == []
    lines = ended.stdout.splitlines()
    assert len(lines) < 20
    return {words: rest.strip() for words, _, rest in (line.partition(":") for line in lines)}


def test_it_opens_no_window(said):
    assert said["windows"] == "[]"


def test_digits_and_shapes(said):
    assert said["images"] == "50000 10000 10000"
    assert said["shapes"] == "(784, 1) (10, 1)"
    assert said["first label as a column"] == "[0 0 0 0 0 1 0 0 0 0]"
    assert said["first test label"] == "7"
    assert said["parameters"] == "(30, 784) (30, 1) (10, 30) (10, 1)"


def test_sigmoid(said):
    assert said["sigmoid of 0"] == "0.5"
    assert said["sigmoid of [1, 2, 3]"] == "[0.73 0.88 0.95]"


def test_predictions_are_those_of_an_evaluation(said, digits):
    test = digits.splits["test"]
    *_, evaluation = evaluate(test, load_parameters())
    W1, B1, W2, B2 = load_parameters()
    assert said["predictions"] == str(predict(Samples(test)[0:10], W1, W2, B1, B2))
    assert said["labels"] == str(test.labels[:10].tolist())
    assert said["highest"] == "7"
    assert said["right of the first 1,000"] == str(1000 - evaluation.wrong[:1000].sum())
    assert said["right of all 10,000"] == f"{10_000 - evaluation.errors:,}"
