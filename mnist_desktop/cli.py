"""The commands that need no window: ``mnist-desktop evaluate``, ``predict`` and ``train``.

None imports matplotlib, and only predict imports Qt, for its readers of pictures.
"""

import argparse
import json
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import Any, NoReturn, TypeVar

from mnist_desktop.cli_terminal import INTERRUPTED, clear_progress, fail, show_progress
from mnist_desktop.cli_train import RefusedSettings, add_train
from mnist_desktop.model.data import ALL, PIXEL_SCALE, SPLIT_SIZES, Split, load_digits
from mnist_desktop.model.evaluation import Evaluation, evaluate
from mnist_desktop.model.export import results_json, write_csv
from mnist_desktop.model.formats import FileFormatError, load_parameters
from mnist_desktop.model.formats.parameters import DEFAULT_NETWORK
from mnist_desktop.model.network import FloatArray, f
from mnist_desktop.model.statistics import wilson_interval
from mnist_desktop.ui.base.display import display_problem

Step = TypeVar("Step")


def run(argv: Sequence[str]) -> int:
    """Run a command and return its exit code.

    Parameters
    ----------
    argv : sequence of str
        The arguments, the name of the command first.

    Returns
    -------
    int
        0, or 2 after an error, which is told in one line on stderr.
    """
    try:
        options = _parser().parse_args(argv)
        options.command(options)
    except SystemExit as end:  # --help, and wrong arguments
        return int(end.code or 0)
    except KeyboardInterrupt:
        return INTERRUPTED
    except (FileFormatError, RefusedSettings) as error:
        return fail(str(error))
    except OSError as error:
        return fail(f"{error.filename}: {error.strerror}")
    return 0


class _Parser(argparse.ArgumentParser):
    """Tells an error in one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        raise SystemExit(fail(message))


def _parser() -> argparse.ArgumentParser:
    parser = _Parser(prog="mnist-desktop")
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    command = commands.add_parser("evaluate", help="evaluate a network on a split")
    command.set_defaults(command=_evaluate)
    command.add_argument("--split", choices=(*SPLIT_SIZES, ALL), default="test")
    command.add_argument(
        "--network", type=Path, metavar="FILE", help="parameters; default: the shipped network"
    )
    command.add_argument("--json", action="store_true", help="print the results as JSON")
    command.add_argument("--csv", type=Path, metavar="FILE", help="write the predictions as CSV")
    command = commands.add_parser("predict", help="read the digits of pictures")
    command.set_defaults(command=_predict)
    command.add_argument(
        "images", nargs="+", type=Path, metavar="IMAGE", help="PNG, JPEG, BMP, GIF"
    )
    command.add_argument(
        "--network", type=Path, metavar="FILE", help="parameters; default: the shipped network"
    )
    command.add_argument("--json", action="store_true", help="print predictions and scores as JSON")
    add_train(commands)
    return parser


def _predict(options: argparse.Namespace) -> None:
    problem = display_problem({"QT_QPA_PLATFORM": "offscreen"})
    if problem:
        raise SystemExit(fail(problem))
    # Imported here: evaluate must do without Qt.
    from mnist_desktop.ui.pictures.reading import read_picture

    parameters = load_parameters(options.network or DEFAULT_NETWORK)
    W1, B1, W2, B2 = parameters
    answers = []
    for path in options.images:
        *_, picture = read_picture(path)
        pixels = [found.image.reshape(784, 1) * PIXEL_SCALE for found in picture.found]
        scores = [f(x, W1, W2, B1, B2)[:, 0] for x in pixels]
        answers.append({"image": str(path), "digits": [_answer(ten) for ten in scores]})
    if options.json:
        sys.stdout.write(json.dumps(answers, indent=2) + "\n")
    else:
        sys.stdout.write("".join(_sentence(answer) for answer in answers))


def _answer(scores: FloatArray) -> dict[str, Any]:
    return {"prediction": int(scores.argmax()), "scores": [round(s, 6) for s in scores.tolist()]}


def _sentence(answer: dict[str, Any]) -> str:
    digits = " ".join(str(digit["prediction"]) for digit in answer["digits"])
    return f"{answer['image']}: {digits or 'no digit found'}\n"


def _evaluate(options: argparse.Namespace) -> None:
    path = options.network or DEFAULT_NETWORK
    parameters = load_parameters(path)
    split = _load(options.split)
    evaluation = _last("Evaluating", evaluate(split, parameters), len(split), len)
    if options.csv:
        _last("Writing", write_csv(options.csv, split, evaluation), len(split), int)
    evaluations = [*evaluation.parts(split), evaluation] if split.parts else [evaluation]
    if options.json:
        sys.stdout.write(results_json(path.name, evaluations))
    else:
        sys.stdout.write(_summary(path.name, parameters.hidden, evaluations))


def _load(name: str) -> Split:
    return next(digits.splits[name] for digits in load_digits(name) if name in digits.splits)


def _last(
    doing: str, steps: Generator[Step, None, None], total: int, size: Callable[[Step], int]
) -> Step:
    """Run a job to its end and return its last step, with a progress bar on a terminal."""
    with closing(steps):
        for step in steps:
            show_progress(doing, size(step) / max(total, 1))
    clear_progress(doing)
    return step


def _summary(network: str, hidden: int, evaluations: Iterable[Evaluation]) -> str:
    lines = [
        f"Network {network} with {hidden} hidden units",
        f"{'split':<12}{'images':>8}{'errors':>8}{'accuracy':>11}   95 % interval",
    ]
    for evaluation in evaluations:
        count, errors = len(evaluation), evaluation.errors
        low, high = wilson_interval(count - errors, count)
        lines.append(
            f"{evaluation.split:<12}{count:>8,}{errors:>8,}{100 * evaluation.accuracy:>9.2f} %"
            f"   {100 * low:.2f} to {100 * high:.2f} %"
        )
    return "\n".join(lines) + "\n"
