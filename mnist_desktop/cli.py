"""The commands that need no window: ``mnist-desktop evaluate``. Neither Qt nor matplotlib."""

import argparse
import sys
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from pathlib import Path
from typing import NoReturn, TypeVar

from mnist_desktop.model.data import ALL, SPLIT_SIZES, Split, load_digits
from mnist_desktop.model.evaluation import Evaluation, evaluate
from mnist_desktop.model.export import results_json, write_csv
from mnist_desktop.model.formats import FileFormatError, load_parameters
from mnist_desktop.model.formats.parameters import DEFAULT_NETWORK
from mnist_desktop.model.statistics import wilson_interval

_FAILED, _INTERRUPTED = 2, 130  # exit codes; 130 is what a shell makes of Ctrl+C
_BAR = 30  # characters of a progress bar

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
        return _INTERRUPTED
    except FileFormatError as error:
        return _fail(str(error))
    except OSError as error:
        return _fail(f"{error.filename}: {error.strerror}")
    return 0


def _fail(message: str) -> int:
    line = " ".join(message.split())
    sys.stderr.write(f"mnist-desktop: {line}\n")
    return _FAILED


class _Parser(argparse.ArgumentParser):
    """Tells an error in one line, without the usage."""

    def error(self, message: str) -> NoReturn:
        raise SystemExit(_fail(message))


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
    return parser


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
            if sys.stderr.isatty():
                done = size(step) / max(total, 1)
                bar = ("#" * round(done * _BAR)).ljust(_BAR)
                sys.stderr.write(f"\r{doing} [{bar}] {done:4.0%} ")
                sys.stderr.flush()
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{' ' * (len(doing) + _BAR + 9)}\r")
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
