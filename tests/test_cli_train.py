"""mnist-desktop train: a network from the command line, interrupted, resumed, saved."""

import signal
import sys
from pathlib import Path

import numpy as np
import pytest

from mnist_desktop import app, cli, load_parameters
from mnist_desktop.model.run_files import open_run
from mnist_desktop.model.run_training import train_run

FEW = ["--images", "1000", "--epochs", "2", "--hidden", "5"]


def test_it_prints_a_line_per_epoch_and_saves_a_network(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "mine.npz"
    assert app.main(["train", *FEW, "--learning-rate", "0.25", "--save", str(path)]) == 0
    out, err = capsys.readouterr()
    assert err == ""
    heading, _, *epochs, best, saved = out.splitlines()
    assert heading.startswith("5 hidden units, 1,000 images, cross-entropy, η = 0.25 (constant)")
    assert [line.split()[0] for line in epochs] == ["0", "1", "2"]
    assert best.startswith("Best on validation: ")
    assert saved == f"Saved in {path}."
    assert load_parameters(path).hidden == 5
    assert cli.run(["evaluate", "--network", str(path)]) == 0


def test_every_setting_reaches_the_run(tmp_path: Path) -> None:
    path = tmp_path / "run.npz"
    words = (
        "--hidden 3 --cost quadratic --epochs 0 --batch-size 7 --learning-rate 2 "
        "--schedule halved --patience 4 --regularisation 0.5 --first-weights large "
        "--images 50 --seed 8"
    )
    assert cli.run(["train", *words.split(), "--save", str(path)]) == 0
    assert list(open_run(path).settings.to_json().values()) == [
        3, "quadratic", 0, 7, 2.0, "halved", 4, 0.5, "large", 50, 8,
    ]  # fmt: skip


def press_ctrl_c_at(monkeypatch: pytest.MonkeyPatch, step: int) -> None:
    def pressed(*arguments):
        for progress in train_run(*arguments):
            if progress.step == step:
                signal.raise_signal(signal.SIGINT)
            yield progress

    monkeypatch.setattr("mnist_desktop.cli_train.train_run", pressed)


def test_ctrl_c_keeps_what_is_learnt_and_resume_goes_on(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    whole, parted = tmp_path / "whole.npz", tmp_path / "parted.npz"
    assert cli.run(["train", *FEW, "--save", str(whole)]) == 0
    with monkeypatch.context() as patch:
        press_ctrl_c_at(patch, 100)
        assert cli.run(["train", *FEW, "--save", str(parted)]) == 130
    assert signal.getsignal(signal.SIGINT) is signal.default_int_handler
    assert "Stopped after step 100." in capsys.readouterr().out
    assert open_run(parted).step == 100
    assert cli.run(["train", "--resume", str(parted), "--save", str(parted)]) == 0
    for found, expected in zip(load_parameters(parted), load_parameters(whole), strict=True):
        assert np.array_equal(found, expected)


def test_resume_can_go_on_for_more_epochs(tmp_path: Path) -> None:
    path = tmp_path / "run.npz"
    assert cli.run(["train", *FEW, "--save", str(path)]) == 0
    more = ["--resume", str(path), "--epochs", "1", "--save", str(path)]
    assert cli.run(["train", *more]) == 0
    assert open_run(path).epoch == 3


def test_a_run_that_diverges_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    fast = ["--learning-rate", "100", "--regularisation", "1000"]
    assert cli.run(["train", *FEW, *fast]) == 0
    assert "Training went out of bounds at step" in capsys.readouterr().out


def test_a_terminal_sees_progress(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True, raising=False)
    cli.run(["train", *FEW])
    err = capsys.readouterr().err
    assert "Training [" in err
    assert " 50%" in err
    assert "100%" in err
    assert err.endswith("\r")


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        (["--hidden", "0"], "number of hidden units must be a whole number from 1 to 2,000"),
        (["--hidden", "many"], "'many'"),
        (["--learning-rate", "nan"], "learning rate η must be"),
        (["--cost", "linear"], "'linear'"),
        (["--images", "60000"], "only 50,000"),
        (["--resume", "nowhere.npz"], "nowhere.npz: there is no such file"),
        (["--save", "no/such/folder/a.npz"], "a.npz: No such file"),
        (["--fast"], "--fast"),
    ],
)
def test_an_error_is_one_line_and_exit_code_2(
    capsys: pytest.CaptureFixture[str], words: list[str], reason: str
) -> None:
    assert cli.run(["train", *words]) == 2
    _, err = capsys.readouterr()
    assert err.count("\n") == 1
    assert reason in err


def test_a_resumed_run_keeps_its_settings(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    path = tmp_path / "run.npz"
    assert cli.run(["train", *FEW, "--save", str(path)]) == 0
    assert cli.run(["train", "--resume", str(path), "--hidden", "9"]) == 2
    assert "only --epochs" in capsys.readouterr().err


def test_help_names_every_setting(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.run(["train", "--help"]) == 0
    text = capsys.readouterr().out
    assert all(option in text for option in ("--hidden", "--schedule", "--resume", "Ctrl+C"))
    assert "(default: 50000)" in text
