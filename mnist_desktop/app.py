"""The program: reads the command line, makes sure a window can open, and runs it."""

import argparse
import gc
import os
import re
import sys
from collections.abc import Sequence
from pathlib import Path

from mnist_desktop import __version__
from mnist_desktop.model.data import ALL, SPLIT_SIZES
from mnist_desktop.session.options import Options
from mnist_desktop.ui.base.display import display_problem

_COMMANDS = ("evaluate", "predict", "train")


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    if words and words[0] in _COMMANDS:
        from mnist_desktop.cli import run

        return run(words)
    options = read_options(words)
    if options.screenshot is not None:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    problem = display_problem()
    if problem:
        print(f"mnist-desktop: {problem}", file=sys.stderr)  # noqa: T201
        return 1
    gc.disable()  # until the first paint: imports make much, and no garbage
    # Only now: where a library of Qt is missing, importing it would fail.
    from mnist_desktop.ui.window.program import run_window

    return run_window(options)


def read_options(words: Sequence[str]) -> Options:
    """Read the arguments of the window; ends the program where they make no sense."""
    parser = argparse.ArgumentParser(
        prog="mnist-desktop",
        description="Explore the MNIST digits and a two-layer sigmoid network.",
        epilog="Without a window: mnist-desktop evaluate, predict or train, each with --help.",
    )
    parser.add_argument(
        "file", nargs="*", type=Path, help="files of digits or of parameters to open"
    )
    parser.add_argument("--version", action="version", version=f"MNIST Desktop {__version__}")
    parser.add_argument("--split", choices=(*SPLIT_SIZES, ALL), help="split to show")
    parser.add_argument("--index", type=int, help="index of the image to show")
    parser.add_argument("--size", type=_size, help="size of the window, such as 1280x720")
    parser.add_argument("--theme", choices=("system", "light", "dark"))
    parser.add_argument("--scale", type=float, help="factor for text, figures and digits")
    parser.add_argument("--stage", help="stage to show, such as image or results")
    parser.add_argument(
        "--language", help="language of the words; pseudo marks all that can be translated"
    )
    parser.add_argument("--evaluate", action="store_true", help="evaluate the split at once")
    parser.add_argument(
        "--screenshot", type=Path, metavar="FILE", help="save a picture of the window and end"
    )
    return Options(**vars(parser.parse_args(words)))


def _size(text: str) -> tuple[int, int]:
    match = re.fullmatch(r"(\d{3,5})x(\d{3,5})", text)
    if match is None:
        raise argparse.ArgumentTypeError("expected a size such as 1280x720")
    return int(match[1]), int(match[2])


if __name__ == "__main__":
    raise SystemExit(main())
