"""Take a picture of the window and fail if any file of the source folder is read meanwhile."""

import os
import sys
from pathlib import Path

source = str(Path(sys.argv[1]).resolve())
read: set[str] = set()


def note(event: str, arguments: tuple[object, ...]) -> None:
    """Keep the names of opened files; an audit hook must not raise."""
    if event == "open" and isinstance(arguments[0], str | bytes):
        name = os.path.realpath(os.fsdecode(arguments[0]))
        if name == source or name.startswith(source + os.sep):
            read.add(name)


sys.addaudithook(note)

from mnist_desktop.app import main  # noqa: E402
from mnist_desktop.model.resources import RESOURCES  # noqa: E402

code = main(["--screenshot", "away.png", "--evaluate"])
assert code == 0, code
assert RESOURCES.is_relative_to(sys.prefix), RESOURCES
assert not read, f"read from the source: {sorted(read)}"
