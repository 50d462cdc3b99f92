"""What the command line asks of the window."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Options:
    """Wishes for the start; None where nothing was said.

    With `screenshot` the window is rendered unseen into that file, and the
    program ends.
    """

    file: tuple[Path, ...] = ()
    split: str | None = None
    index: int | None = None
    size: tuple[int, int] | None = None
    theme: str | None = None
    scale: float | None = None
    stage: str | None = None
    language: str | None = None
    evaluate: bool = False
    screenshot: Path | None = None
