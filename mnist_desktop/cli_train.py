"""The command that trains a network: ``mnist-desktop train``."""

import argparse
import signal
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Event
from typing import Any

from mnist_desktop.cli_terminal import INTERRUPTED, clear_progress, show_progress
from mnist_desktop.model.data import load_digits
from mnist_desktop.model.run_files import open_run, save_run
from mnist_desktop.model.run_records import Epoch
from mnist_desktop.model.run_settings import COSTS, FIRST_WEIGHTS, SCHEDULES, RunSettings
from mnist_desktop.model.run_training import train_run
from mnist_desktop.model.runs import Run

_DOING = "Training"

#: The options that are settings of a run, with the kind of value or the choices, and the help.
_SETTINGS: dict[str, tuple[Any, str]] = {
    "hidden": (int, "number of hidden units, H"),
    "cost": (tuple(COSTS), "the cost that is made small"),
    "epochs": (int, "how often each image is seen; with --resume, how many epochs more"),
    "batch-size": (int, "images per step"),
    "learning-rate": (float, "η: how far a step goes"),
    "schedule": (
        SCHEDULES,
        "the course of η: constant, falling to 0, or halved where validation has stopped improving",
    ),
    "patience": (int, "epochs without improvement after which η is halved"),
    "regularisation": (float, "λ of the L2 regularisation"),
    "first-weights": (FIRST_WEIGHTS, "small: deviation 1/sqrt(inputs); large: deviation 1"),
    "images": (int, "number of training images: the first ones of the split"),
    "seed": (int, "the same seed gives the same network"),
}


class RefusedSettings(Exception):  # noqa: N818 (it says what happens)
    """Options that make no sense; the message is for a person."""


def add_train(commands: Any) -> None:
    """Add the command to those of the program.

    Parameters
    ----------
    commands : action of argparse
        What ``add_subparsers`` returned.
    """
    command = commands.add_parser(
        "train",
        help="train a network",
        description="Train a network on the training split and measure it on validation after "
        "each epoch. The test split is not looked at: mnist-desktop evaluate --network FILE "
        "does that. Ctrl+C stops and keeps what is learnt so far.",
    )
    command.set_defaults(command=_train)
    for name, (kind, text) in _SETTINGS.items():
        default = getattr(RunSettings(), name.replace("-", "_"))
        form = {"choices": kind} if isinstance(kind, tuple) else {"type": kind, "metavar": "N"}
        text = f"{text} (default: {default})"
        command.add_argument(f"--{name}", default=argparse.SUPPRESS, help=text, **form)
    command.add_argument("--resume", type=Path, metavar="FILE", help="go on with a saved run")
    command.add_argument(
        "--save", type=Path, metavar="FILE", help="save network and run, as .npz; opens as both"
    )


def _train(options: argparse.Namespace) -> None:
    run = _run(options)
    *_, digits = load_digits("training")
    splits = digits.splits
    _save(options.save, run)  # so that a name that cannot be written is told now, not at the end
    sys.stdout.write(_heading(run))
    try:
        steps = train_run(run, splits["training"], splits["validation"])
        with _ctrl_c() as pressed, closing(steps):
            for progress in steps:
                if progress.measured is not None:
                    clear_progress(_DOING)
                    sys.stdout.write(_line(progress.measured))
                    sys.stdout.flush()
                show_progress(_DOING, progress.step / max(progress.steps, 1))
                if pressed.is_set():
                    break
    except ValueError as error:
        raise RefusedSettings(str(error)) from error
    clear_progress(_DOING)
    _save(options.save, run)
    sys.stdout.write(_ending(run, options.save))
    if pressed.is_set():
        raise SystemExit(INTERRUPTED)


def _run(options: argparse.Namespace) -> Run:
    """Return the run that the options tell of, new or resumed."""
    names = [name.replace("-", "_") for name in _SETTINGS]
    given = {name: getattr(options, name) for name in names if hasattr(options, name)}
    try:
        if options.resume is None:
            return Run.new(RunSettings(**given))
        run = open_run(options.resume)
        if set(given) - {"epochs"}:
            raise RefusedSettings("with --resume, only --epochs can be chosen anew.")
        run.extend(given.get("epochs", 0))
    except ValueError as error:
        raise RefusedSettings(str(error)) from error
    return run


def _save(path: Path | None, run: Run) -> None:
    if path is not None:
        save_run(path, run)


@contextmanager
def _ctrl_c() -> Iterator[Event]:
    """Note Ctrl+C instead of being torn out of a step by it."""
    pressed = Event()
    before = signal.signal(signal.SIGINT, lambda *_: pressed.set())
    try:
        yield pressed
    finally:
        signal.signal(signal.SIGINT, before)


def _heading(run: Run) -> str:
    settings = run.settings
    return (
        f"{settings.hidden} hidden units, {settings.images:,} images, {settings.cost}, "
        f"η = {settings.learning_rate:g} ({settings.schedule}), λ = {settings.regularisation:g}\n"
        f"{'epoch':>5}{'η':>10}{'training cost':>16}{'right':>10}"
        f"{'validation cost':>18}{'right':>10}\n"
    )


def _line(epoch: Epoch) -> str:
    return (
        f"{epoch.number:>5}{epoch.rate:>10.4g}"
        f"{epoch.training_cost:>16.4f}{100 * epoch.training_accuracy:>8.2f} %"
        f"{epoch.validation_cost:>18.4f}{100 * epoch.validation_accuracy:>8.2f} %\n"
    )


def _ending(run: Run, path: Path | None) -> str:
    lines = [] if run.ended else [f"Stopped after step {run.step:,}."]
    lines += [str(text) for text in (run.problem, run.note) if text is not None]
    best = run.best
    if best is not None:
        right = 100 * best.validation_accuracy
        lines.append(f"Best on validation: {right:.2f} % right, after epoch {best.number}.")
    if path is not None:
        lines.append(f"Saved in {path}.")
    return "".join(f"{line}\n" for line in lines)
