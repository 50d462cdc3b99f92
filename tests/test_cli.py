import json
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from mnist_desktop import cli, evaluate, load_parameters
from mnist_desktop.model.data import load_digits


@pytest.fixture(scope="module")
def accuracy_on_test() -> float:
    digits = next(load_digits("test"))
    *_, evaluation = evaluate(digits.splits["test"], load_parameters())
    return evaluation.accuracy


def test_evaluate_prints_a_line_for_the_split(
    capsys: pytest.CaptureFixture[str], accuracy_on_test: float
) -> None:
    assert cli.run(["evaluate", "--split", "test"]) == 0
    out, err = capsys.readouterr()
    assert "784-30-10.npz" in out
    assert out.splitlines()[-1].startswith("test")
    assert f"{100 * accuracy_on_test:.2f} %" in out
    assert err == ""


def test_evaluate_all_prints_each_split_and_the_whole(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "all.csv"
    assert cli.run(["evaluate", "--split", "all", "--csv", str(path)]) == 0
    out, _ = capsys.readouterr()
    names = [line.split()[0] for line in out.splitlines()[2:]]
    assert names == ["training", "validation", "test", "all"]
    assert len(path.read_text().splitlines()) == 70_001


def test_json_is_all_that_is_printed(
    capsys: pytest.CaptureFixture[str], accuracy_on_test: float
) -> None:
    assert cli.run(["evaluate", "--json"]) == 0
    (split,) = json.loads(capsys.readouterr().out)["splits"]
    assert split["split"] == "test"
    assert split["accuracy"] == pytest.approx(accuracy_on_test)


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--split", "dev"], "'dev'"),
        (["--network", "nowhere.npz"], "nowhere.npz"),
        (["--network", str(Path(__file__))], "test_cli.py"),
        (["--csv", str(Path(__file__).parent)], "not a file"),
        (["--csv", "no/such/folder/a.csv"], "a.csv: No such file"),
        (["--fast"], "--fast"),
    ],
)
def test_an_error_is_one_line_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: list[str], reason: str
) -> None:
    assert cli.run(["evaluate", *words]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.count("\n") == 1
    assert reason in err


def test_help_is_no_error(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["evaluate", "--help"]) == 0
    assert "--network" in capsys.readouterr().out


def test_a_terminal_sees_progress(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    cli.run(["evaluate"])
    err = capsys.readouterr().err
    assert "50%" in err
    assert "100%" in err
    assert err.endswith("\r")


def test_ctrl_c_while_writing_ends_cleanly(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    def pressed(*_: object) -> str:
        raise KeyboardInterrupt

    monkeypatch.setattr("mnist_desktop.model.export._csv_rows", pressed)
    assert cli.run(["evaluate", "--csv", str(tmp_path / "a.csv")]) == 130
    assert "Traceback" not in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


def test_it_runs_without_qt_and_without_matplotlib() -> None:
    code = (
        "import sys; from mnist_desktop.cli import run; run(['evaluate']);"
        "sys.exit(any(name.split('.')[0] in ('PySide6', 'matplotlib') for name in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], capture_output=True).returncode == 0


def a_row_of_digits(path: Path, indices: list[int]) -> None:
    from PySide6.QtGui import QImage

    images = next(load_digits("test")).splits["test"].images[indices]
    row = 255 - np.concatenate([*images], axis=1).repeat(3, 0).repeat(3, 1)
    pixels = np.ascontiguousarray(np.pad(row, 40, constant_values=255))
    height, width = pixels.shape
    image = QImage(pixels.data, width, height, width, QImage.Format.Format_Grayscale8)
    assert image.save(str(path))


def test_predict_reads_the_digits_of_pictures(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    row, blank = tmp_path / "row.png", tmp_path / "blank.png"
    a_row_of_digits(row, [0, 1, 3])
    a_blank(blank)
    assert cli.run(["predict", str(row), str(blank)]) == 0
    assert capsys.readouterr().out == f"{row}: 7 2 0\n{blank}: no digit found\n"
    assert cli.run(["predict", "--json", str(row)]) == 0
    (answer,) = json.loads(capsys.readouterr().out)
    assert [digit["prediction"] for digit in answer["digits"]] == [7, 2, 0]
    assert all(len(digit["scores"]) == 10 for digit in answer["digits"])


def a_blank(path: Path) -> None:
    from PySide6.QtGui import QImage

    image = QImage(64, 64, QImage.Format.Format_Grayscale8)
    image.fill(255)
    assert image.save(str(path))


def test_predict_names_a_file_that_is_no_picture(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "notes.png"
    path.write_text("not a picture")
    assert cli.run(["predict", str(path)]) == 2
    out, err = capsys.readouterr()
    assert out == ""
    assert err.startswith("mnist-desktop: notes.png: ")
    assert len(err.splitlines()) == 1
