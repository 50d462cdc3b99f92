"""What the commands write on a terminal: a progress bar, and errors in one line."""

import sys

FAILED, INTERRUPTED = 2, 130  # exit codes; 130 is what a shell makes of Ctrl+C
_BAR = 30  # characters of a progress bar


def fail(message: str) -> int:
    """Tell an error in one line on stderr, and return the exit code.

    Parameters
    ----------
    message : str
        What went wrong.
    """
    line = " ".join(message.split())
    sys.stderr.write(f"mnist-desktop: {line}\n")
    return FAILED


def show_progress(doing: str, done: float) -> None:
    """Draw a progress bar, where stderr is a terminal.

    Parameters
    ----------
    doing : str
        What is being done; stands before the bar.
    done : float
        The share that is done, from 0 to 1.
    """
    if sys.stderr.isatty():
        bar = ("#" * round(done * _BAR)).ljust(_BAR)
        sys.stderr.write(f"\r{doing} [{bar}] {done:4.0%} ")
        sys.stderr.flush()


def clear_progress(doing: str) -> None:
    """Wipe the progress bar away.

    Parameters
    ----------
    doing : str
        What stands before the bar.
    """
    if sys.stderr.isatty():
        sys.stderr.write(f"\r{' ' * (len(doing) + _BAR + 9)}\r")
        sys.stderr.flush()
