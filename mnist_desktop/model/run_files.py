"""Training runs as files: .npz, with nothing in them that could be run.

W1, B1, W2 and B2 are the network as it is, so that the file opens as parameters
as well. Beside them are ``run``, the bytes of a JSON text with the settings;
``history``, one row per epoch; and ``snapshots``, one row per network, its four
arrays one after another, with their ``snapshot_steps``.
"""

import json
import os
from pathlib import Path
from typing import Any, TypeVar

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.errors import FileFormatError, Refused
from mnist_desktop.model.formats import npz
from mnist_desktop.model.formats.source import GIB, explain, load
from mnist_desktop.model.formats.steps import Steps
from mnist_desktop.model.message import message
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.run_records import Change, Epoch, Snapshot
from mnist_desktop.model.run_settings import RunSettings, check_setting
from mnist_desktop.model.runs import CHANGEABLE, Run
from mnist_desktop.model.whole_files import replacing

T = TypeVar("T")
AnyPath = str | os.PathLike[str]

_VERSION = 1
_NO_RUN = message("it is not a training run. Open a file that this program saved as one.")
_DAMAGED = message("it is a training run, but it is damaged. Use another copy of it.")
_NEWER = message("it is a training run of a newer version of this program.")


def save_run(path: AnyPath, run: Run) -> None:
    """Save a run, whole or not at all.

    Parameters
    ----------
    path : path-like
        The file, usually named .npz. What was there before is replaced.
    run : Run
        Not just taking steps: wait for the next report of :func:`train_run`.

    Raises
    ------
    OSError
        If the file cannot be written; its strerror says why.
    """
    arrays: dict[str, Any] = {
        **run.now.parameters._asdict(),
        "run": np.frombuffer(json.dumps(_facts(run)).encode(), np.uint8),
        "history": np.array(run.history, np.float64).reshape(-1, len(Epoch._fields)),
        "snapshot_steps": np.array([snapshot.step for snapshot in run.snapshots], np.int64),
        "snapshots": np.stack([_flat(snapshot.parameters) for snapshot in run.snapshots]),
    }
    with replacing(Path(path)) as file:
        np.savez(file, **arrays)


def _facts(run: Run) -> dict[str, Any]:
    return {
        "version": _VERSION,
        "settings": run.settings.to_json(),
        "changes": run.changes,
        "step": run.step,
        "every": run.every,
        "data": run.data,
        "diverged": run.problem is not None,
    }


def _flat(parameters: Parameters) -> NDArray[np.float32]:
    flat: NDArray[np.float32] = np.concatenate([array.ravel() for array in parameters])
    return flat


def open_run(path: AnyPath) -> Run:
    """Open a saved run; it goes on as if it had never been interrupted.

    Parameters
    ----------
    path : path-like
        A file of :func:`save_run`.

    Returns
    -------
    Run
        As it was saved.

    Raises
    ------
    FileFormatError
        If the file is missing, damaged, or something else.
    """
    file = Path(path)
    try:
        return _run_from(_ended(_read(file)))
    except Refused as refusal:
        raise FileFormatError(file, refusal.args[0]) from refusal
    except OSError as error:
        raise FileFormatError(file, explain(error)) from error
    except MemoryError:
        raise FileFormatError(file, message("it needs more memory than there is.")) from None
    except (KeyError, TypeError, ValueError, OverflowError, RecursionError) as error:
        raise FileFormatError(file, _DAMAGED) from error


def _read(file: Path) -> Steps[dict[str, object]]:
    content = yield from load(file, lambda _: GIB)
    if content[:4] not in npz.MAGIC:
        raise Refused(_NO_RUN)
    return (yield from npz.read(content))


def _ended(steps: Steps[T]) -> T:
    while True:
        try:
            next(steps)
        except StopIteration as stop:
            result: T = stop.value
            return result


def _run_from(arrays: dict[str, object]) -> Run:
    """Return the run; where anything is not as it should be, something is raised."""
    text = arrays.get("run")
    if not isinstance(text, np.ndarray) or text.dtype != np.uint8:
        raise Refused(_NO_RUN)
    facts = json.loads(text.tobytes())
    if facts["version"] != _VERSION:
        raise Refused(_NEWER)
    settings = RunSettings.from_json(facts["settings"])
    run = Run.new(settings, [_change(*change) for change in facts["changes"]])
    names = Parameters._fields
    flat = np.concatenate([_array(arrays[name], np.float32).ravel() for name in names])
    run.now = _snapshot(_whole(facts["step"]), flat, run.now.parameters)
    run.history = [_epoch(row) for row in _array(arrays["history"], np.float64)]
    steps = _array(arrays["snapshot_steps"], np.int64).tolist()
    rows = _array(arrays["snapshots"], np.float32)
    first = run.now.parameters
    run.snapshots = [_snapshot(step, row, first) for step, row in zip(steps, rows, strict=True)]
    run.every, run.data = _whole(facts["every"]), facts["data"]
    _check(run, facts)
    if facts["diverged"]:
        run.diverged()
    run.head_for(run.step)
    return run


def _check(run: Run, facts: dict[str, Any]) -> None:
    """Refuse a run whose parts do not belong together."""
    steps = [snapshot.step for snapshot in run.snapshots]
    to_measure = len(run.history) * run.settings.batches
    right = (
        [epoch.number for epoch in run.history] == list(range(len(run.history)))
        and (len(run.history) == run.epoch + 1 or run.step == to_measure)
        and run.step <= run.settings.epochs * run.settings.batches
        and steps[:1] == [0]
        and steps == sorted(set(steps))
        and steps[-1] <= run.step
        and run.every >= 1
        and (run.data is None or type(run.data) is int)
        and type(facts["diverged"]) is bool
    )
    if not right:
        raise ValueError("the parts of the run do not fit each other")


def _whole(value: object) -> int:
    if type(value) is not int or value < 0:
        raise ValueError("expected a whole number")
    return value


def _change(step: object, name: object, value: Any) -> Change:
    if name not in CHANGEABLE:
        raise ValueError("expected a setting that can be changed")
    check_setting(str(name), value)
    return Change(_whole(step), str(name), float(value))


def _array(value: object, dtype: type[np.generic]) -> NDArray[Any]:
    """Return an array of finite numbers of a kind."""
    if not isinstance(value, np.ndarray) or value.dtype != dtype or not np.isfinite(value).all():
        raise ValueError(f"expected an array of {dtype.__name__}")
    return value


def _epoch(row: NDArray[np.float64]) -> Epoch:
    number, *others = row.tolist()
    return Epoch(int(number), *others)


def _snapshot(step: int, flat: NDArray[np.float32], like: Parameters) -> Snapshot:
    """Return the network that lies in a row of numbers, in the shapes of another."""
    ends = np.cumsum([array.size for array in like])
    if flat.shape != (ends[-1],):
        raise ValueError("expected the parameters of a network of the size in the settings")
    parts = np.split(flat, ends[:-1])
    return Snapshot(
        step, Parameters(*(a.reshape(b.shape) for a, b in zip(parts, like, strict=True)))
    )
