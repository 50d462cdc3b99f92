"""What is remembered between runs: a small JSON file, checked value by value.

JSON and not QSettings: reading any key of a QSettings INI file runs pickled
code that another key of the file may hide.
"""

import json
import stat
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, fields, replace
from pathlib import Path
from typing import Any

from mnist_desktop.model.data import ALL, DIVISORS, OWN, SPLIT_SIZES
from mnist_desktop.model.marks import Marks
from mnist_desktop.model.message import Message, counted, message
from mnist_desktop.model.whole_files import replacing
from mnist_desktop.session.options import Options
from mnist_desktop.session.state import (
    SCALES,
    THEMES,
    ZOOMS,
    Appearance,
    Gallery,
    Library,
    Recent,
    State,
)

_MOST_RECENT = 100
_MOST_SIGNS = 10_000
_LARGEST_FILE = 10_000_000  # bytes; honest settings have under 1,000


def _setting(
    default: Any, fits: Callable[[Any], bool], of: Callable[[State], Any] | None = None
) -> Any:
    """Return a field of Settings: its default, what else it may be, and where the state has it."""
    return field(default=default, metadata={"fits": fits, "of": of})


def _is_side(value: Any) -> bool:
    return bool(200 <= value <= 20_000)


def _are_sizes(values: list[Any]) -> bool:
    return all(type(size) is int and 0 <= size <= 20_000 for size in values)


def _are_recent(values: list[Any]) -> bool:
    return len(values) <= _MOST_RECENT and all(
        isinstance(value, list)
        and list(map(type, value)) == [str, str, int]
        and 0 < len(value[0]) < _MOST_SIGNS
        and value[1] in {"digits", "parameters"}
        and value[2] in DIVISORS
        for value in values
    )


@dataclass(frozen=True)
class Settings:
    """The remembered values, one line for each: those of the state, then those of the window."""

    split: str = _setting(
        "test",
        lambda name: name in {*SPLIT_SIZES, ALL, OWN},
        lambda state: state.gallery.split_name,
    )
    index: int = _setting(
        0, lambda index: 0 <= index < 10**7, lambda state: state.gallery.current or 0
    )
    zoom: int = _setting(2, lambda zoom: zoom in ZOOMS, lambda state: state.gallery.zoom)
    labels: bool = _setting(False, lambda _: True, lambda state: state.gallery.labels)
    scale: float = _setting(
        1.0, lambda scale: SCALES[0] <= scale <= SCALES[-1], lambda state: state.appearance.scale
    )
    theme: str = _setting(
        "system", lambda theme: theme in THEMES, lambda state: state.appearance.theme
    )
    language: str = _setting(
        "", lambda code: len(code) < 20, lambda state: state.appearance.language
    )
    stage: str = _setting(
        "image", lambda name: len(name) < 100, lambda state: state.appearance.stage
    )
    network: str = _setting("", lambda path: len(path) < _MOST_SIGNS, lambda state: _path(state))
    recent: tuple[tuple[str, str, int], ...] = _setting(
        (), _are_recent, lambda state: tuple(map(_row, state.library.recent))
    )
    width: int = _setting(1280, _is_side)
    height: int = _setting(720, _is_side)
    maximized: bool = _setting(False, lambda _: True)
    columns: tuple[int, ...] = _setting((), _are_sizes)
    rows: tuple[int, ...] = _setting((), _are_sizes)


def _path(state: State) -> str:
    network = state.reading.network
    return str(network.path or "") if network is not None else ""


def _row(recent: Recent) -> tuple[str, str, int]:
    return str(recent.path), recent.kind, recent.divisor


def remembered(state: State, **window: Any) -> Settings:
    """Return what is to be remembered of a state.

    Parameters
    ----------
    state : State
        What the window shows.
    **window
        The values that only the window has: width, height, maximized, columns, rows.
    """
    values = {
        item.name: item.metadata["of"](state)
        for item in fields(Settings)
        if item.metadata["of"] is not None
    }
    return Settings(**values, **window)


def first_state(settings: Settings, marks: Marks) -> State:
    """Return the state with which a window begins.

    Parameters
    ----------
    settings : Settings
        What was remembered.
    marks : Marks
        The stars.
    """
    return State(
        library=Library(recent=tuple(_recent(*row) for row in settings.recent), marks=marks),
        gallery=Gallery(
            split_name=settings.split,
            current=settings.index,
            zoom=settings.zoom,
            labels=settings.labels,
        ),
        appearance=Appearance(
            stage=settings.stage,
            scale=settings.scale,
            theme=settings.theme,
            language=settings.language,
        ),
    )


def _recent(path: str, kind: str, divisor: int) -> Recent:
    return Recent(Path(path), kind, divisor)


def with_options(settings: Settings, options: Options) -> Settings:
    """Return settings with what the command line asks for.

    Parameters
    ----------
    settings : Settings
        What was remembered.
    options : Options
        What is asked for.
    """
    asked = {
        name: getattr(options, name)
        for name in ("split", "index", "theme", "scale", "stage", "language")
        if getattr(options, name) is not None
    }
    if options.split is not None and options.index is None:
        asked["index"] = 0
    if options.size is not None:
        asked["width"], asked["height"] = options.size
        asked["maximized"] = False
    return replace(settings, **asked)


# Reading and writing ---------------------------------------------------------------------------


def read_settings(path: Path) -> tuple[Settings, str]:
    """Read settings; what is missing or makes no sense keeps its default.

    Parameters
    ----------
    path : Path
        Their file.

    Returns
    -------
    settings : Settings
        Always usable.
    problem : str
        Empty, or a sentence on what was wrong. A file that is no JSON object is
        set aside under another name.
    """
    values, problem = _read_object(path)
    good = {
        item.name: _frozen(values[item.name]) for item in fields(Settings) if _fits(item, values)
    }
    return Settings(**good), problem


def _frozen(value: Any) -> Any:
    return tuple(map(_frozen, value)) if isinstance(value, list) else value


def read_marks(path: Path) -> tuple[Marks, str]:
    """Read the starred images; see :func:`read_settings` for what comes back.

    Parameters
    ----------
    path : Path
        Their file.
    """
    values, problem = _read_object(path)
    if not values:
        return Marks(), problem
    try:
        marks = Marks.from_json(values)
    except ValueError:
        return Marks(), _set_aside(path)
    if marks.dropped:
        problem = counted(
            "{name}: one entry could not be read and is left out, {first}; the rest is kept.",
            "{name}: {n} entries could not be read and are left out, first {first}; the rest is "
            "kept.",
            n=len(marks.dropped),
            name=path.name,
            first=marks.dropped[0],
        )
    return marks, problem


def _read_object(path: Path) -> tuple[dict[str, Any], str]:
    """Return the object that a JSON file holds, or an empty one and what is wrong."""
    try:
        found = path.stat()
        if not stat.S_ISREG(found.st_mode) or found.st_size > _LARGEST_FILE:
            raise ValueError("no file of settings")
        values = json.loads(path.read_text(encoding="utf-8-sig"))
        if not isinstance(values, dict):
            raise ValueError("no object")
    except FileNotFoundError:
        return {}, ""
    except (OSError, ValueError, RecursionError):
        return {}, _set_aside(path)
    return values, ""


def _fits(item: Any, values: dict[str, Any]) -> bool:
    if item.name not in values:
        return False
    value, kind = values[item.name], type(item.default)
    if kind is tuple:
        right = isinstance(value, list)
    elif kind is float:
        right = type(value) in (int, float)
    else:
        right = type(value) is kind
    return right and bool(item.metadata["fits"](value))


def _set_aside(path: Path) -> Message:
    aside = path.with_suffix(".damaged.json")
    try:
        path.replace(aside)
    except OSError:
        return message(
            "{name} could not be read; the window starts with its defaults.", name=path.name
        )
    return message(
        "{name} could not be read and was set aside as {aside}; the window starts with its "
        "defaults.",
        name=path.name,
        aside=aside.name,
    )


def write_settings(path: Path, settings: Settings) -> str:
    """Write settings whole or not at all; return a sentence on what went wrong, or nothing.

    Parameters
    ----------
    path : Path
        Where they are to lie.
    settings : Settings
        What is to be remembered.
    """
    return _write_object(path, asdict(settings))


def write_marks(path: Path, marks: Marks) -> str:
    """Write the starred images; see :func:`write_settings`.

    Parameters
    ----------
    path : Path
        Where they are to lie.
    marks : Marks
        The stars.
    """
    return _write_object(path, marks.to_json())


def _write_object(path: Path, values: dict[str, Any]) -> str:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with replacing(path) as file:
            file.write(json.dumps(values, indent=2).encode())
    except OSError as error:
        return message(
            "{name} could not be written: {reason}.", name=path.name, reason=error.strerror
        )
    return ""
