"""Open thousands of damaged files of every format, and see that each ends in data or one error.

Run as ``python scripts/fuzz_formats.py [COUNT] [SEED]``. Ends with 1 if a file
raised anything else, took more than two seconds, or 500 MB. A file that crashes
Python, or hangs it, stays behind as its folder's only file, and is named at the start.
"""

import csv
import faulthandler
import gzip
import io
import json
import pickle  # writes the files; nothing is read with it
import random
import resource
import sys
import tempfile
import time
import zipfile
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import numpy as np

from mnist_desktop import FileFormatError, Parameters, open_file
from mnist_desktop.model.data import load_digits
from mnist_desktop.model.errors import Refused
from mnist_desktop.model.formats import to_json, to_npy, to_npz

MAX_SECONDS = 2.0
MAX_MEMORY = 500 * 2**20
_HANGS = 30  # seconds until a file is given up, and with it the run

Mutation = Callable[[bytes, random.Random], bytes]


@dataclass
class Figures:
    """What became of the files."""

    outcomes: Counter[str] = field(default_factory=Counter)
    slowest: tuple[float, str] = (0.0, "")
    memory: int = 0
    wrong: list[str] = field(default_factory=list)


def corpus() -> dict[str, bytes]:
    """Return a small honest file of every format, by name."""
    test = next(load_digits("test")).splits["test"]
    images, labels = test.images[:60], test.labels[:60]
    floats = images.reshape(-1, 784).astype(np.float32) / 256
    pairs = tuple((floats[i : i + 20], labels[i : i + 20].astype(np.int64)) for i in (0, 20, 40))
    rng = np.random.default_rng(0)
    network = Parameters(*(rng.normal(size=s) for s in ((5, 784), (5, 1), (10, 5), (10, 1))))
    arrays = network._asdict()
    table = io.StringIO()
    csv.writer(table).writerows(
        [int(label), *row.tolist()]
        for label, row in zip(labels[:20], images.reshape(-1, 784), strict=False)
    )
    return {
        **{f"digits{n}.pkl": pickle.dumps(pairs, n) for n in range(6)},
        **{f"dict{n}.pkl": pickle.dumps(arrays, n) for n in range(6)},
        "lists.pkl": pickle.dumps([array.tolist() for array in network], 2),
        "digits.npz": _npz(x_train=images, y_train=labels, x_test=images[:9], y_test=labels[:9]),
        "stored.npz": to_npz(network),
        "parameters.npy": to_npy(network),
        "four.npy": b"".join(map(_npy, network)),
        "network.json": to_json(network),
        "table.csv": table.getvalue().encode(),
        "pairs.pkl": pickle.dumps(
            [(x, int(y)) for x, y in zip(floats[:9], labels, strict=False)], 2
        ),
        "digits.libsvm": b"".join(
            b"%d 153:%d 784:3\n" % (label, pixel) for pixel, label in enumerate(labels)
        ),
        "network.safetensors": _safetensors(arrays),
        "train-images-idx3-ubyte": b"\0\0\x08\x03"
        + b"".join(n.to_bytes(4, "big") for n in images.shape)
        + images.tobytes(),
    }


def _npy(array: np.ndarray) -> bytes:
    file = io.BytesIO()
    np.save(file, array)
    return file.getvalue()


def _npz(**arrays: Any) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, **arrays)
    return file.getvalue()


def _safetensors(arrays: dict[str, np.ndarray]) -> bytes:
    header: dict[str, object] = {}
    numbers = b""
    for name, array in arrays.items():
        data: bytes = array.astype("<f4").tobytes()
        offsets = [len(numbers), len(numbers) + len(data)]
        header[name] = {"dtype": "F32", "shape": list(array.shape), "data_offsets": offsets}
        numbers += data
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + numbers


def _place(data: bytes, rng: random.Random) -> int:
    # What decides stands at the beginning and at the end of a file.
    near = min(len(data), 400)
    return rng.choice(
        [rng.randrange(near), len(data) - 1 - rng.randrange(near), rng.randrange(len(data))]
    )


def _flip(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + bytes([data[at] ^ 1 << rng.randrange(8)]) + data[at + 1 :]


def _byte(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + bytes([rng.randrange(256)]) + data[at + 1 :]


def _number(data: bytes, rng: random.Random) -> bytes:
    at, width = _place(data, rng), rng.choice([1, 2, 4, 8])
    value = rng.choice([0, 1, 127, 255, 2**15, 2**31 - 1, 2**31, 2**32 - 1, 2**63 - 1, 2**64 - 1])
    number = (value & ((1 << 8 * width) - 1)).to_bytes(width, "little")
    return data[:at] + number[:: rng.choice([1, -1])] + data[at + width :]


def _cut(data: bytes, rng: random.Random) -> bytes:
    return data[: _place(data, rng)]


def _remove(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    return data[:at] + data[at + rng.choice([1, 2, 7, 64, 1000]) :]


def _repeat(data: bytes, rng: random.Random) -> bytes:
    at, width = _place(data, rng), rng.choice([1, 2, 7, 64, 1000])
    return data[:at] + data[at : at + width] * rng.choice([2, 3, 100]) + data[at + width :]


def _insert(data: bytes, rng: random.Random) -> bytes:
    at = _place(data, rng)
    sign = rng.choice([b"-", b"(", b"[", b"1", b" ", b",", b"\\", b'"'])
    piece: bytes = rng.choice([rng.randbytes(rng.choice([1, 4, 32])), sign * 40, sign * 3000])
    return data[:at] + piece + data[at:]


def _program(data: bytes, rng: random.Random) -> bytes:
    """Insert a few instructions of a pickle, which do something sensible now and then."""
    at = _place(data, rng)
    piece = b"".join(rng.choices(_INSTRUCTIONS, k=rng.choice([1, 3, 30, 300])))
    return data[:at] + piece * rng.choice([1, 1, 1, 100]) + data[at:]


_INSTRUCTIONS = (
    *(b"(", b"0", b"1", b"2", b"t", b")", b"]", b"}", b"l", b"d", b"a", b"e", b"s", b"u"),
    *(
        b"\x85",
        b"\x86",
        b"\x87",
        b"\x94",
        b"R",
        b"b",
        b"\x81",
        b"\x93",
        b"N",
        b"K\1",
        b"X\1\0\0\0W",
    ),
    *(bytes([code, place]) for code in b"hq" for place in range(6)),
)

MUTATIONS: tuple[Mutation, ...] = (_flip, _byte, _number, _cut, _remove, _repeat, _insert, _program)


def damaged(count: int, seed: int) -> Iterator[tuple[str, bytes]]:
    """Yield the names and contents of damaged files, the same for the same seed."""
    files = corpus()
    names = sorted(files)
    rng = random.Random(seed)  # noqa: S311
    for index in range(count):
        name = names[index % len(names)]
        data = files[name]
        for _ in range(rng.choice([1, 1, 1, 2, 3, 8])):
            data = rng.choice(MUTATIONS)(data, rng) or b"\0"
        if rng.random() < 0.05:  # the tail of another format
            other = files[rng.choice(names)]
            data = data[: _place(data, rng)] + other[_place(other, rng) :]
        yield name, _packed(data, rng)


def _packed(data: bytes, rng: random.Random) -> bytes:
    """Return a damaged file as it is, or packed so that the damage is inside."""
    choice = rng.random()
    if choice < 0.15:
        return gzip.compress(data, 1)
    if choice < 0.2:
        return gzip.compress(gzip.compress(data, 1), 1)
    if choice < 0.25:
        file = io.BytesIO()
        with zipfile.ZipFile(
            file, "w", rng.choice([zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED])
        ) as z:
            z.writestr("W1.npy", data)
        return file.getvalue()
    return data


def open_one(path: Path, figures: Figures) -> None:
    """Open a file and note what became of it."""
    start = time.perf_counter()
    try:
        opened = open_file(path)
        figures.outcomes["parameters" if isinstance(opened, Parameters) else "digits"] += 1
    except FileFormatError as error:
        figures.outcomes["refused"] += 1
        line = str(error)
        if not isinstance(error.__cause__, Refused | OSError) or len(line) > 300 or "\n" in line:
            figures.wrong.append(f"{line} ({error.__cause__!r})")
    except Exception as error:  # the very thing that is looked for
        figures.wrong.append(f"{path.name}: {error!r}")
    seconds = time.perf_counter() - start
    figures.slowest = max(figures.slowest, (seconds, path.name))


def fuzz(count: int, seed: int, folder: Path) -> Figures:
    """Open `count` damaged files, one at a time, in an empty folder."""
    figures, before = Figures(), peak_memory(reset=True)
    for name, data in damaged(count, seed):
        path = folder / name
        path.write_bytes(data)
        faulthandler.dump_traceback_later(_HANGS, exit=True, file=2)
        open_one(path, figures)
        path.unlink()
    faulthandler.cancel_dump_traceback_later()
    figures.memory = peak_memory() - before
    return figures


def peak_memory(*, reset: bool = False) -> int:
    """Return the most memory in bytes that this process has had, on Linux since the last reset."""
    try:
        if reset:
            Path("/proc/self/clear_refs").write_text("5", encoding="ascii")
        status = Path("/proc/self/status").read_text(encoding="utf-8")
        return int(status.partition("VmHWM:")[2].split()[0]) * 1024
    except OSError:
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def main() -> int:
    """Say the figures; return 1 if one of them is not as promised."""
    count, seed = (int(text) for text in (*sys.argv[1:], *("10000", "0")[len(sys.argv) - 1 :]))
    folder = Path(tempfile.mkdtemp())
    print(f"{count:,} files, seed {seed}, in {folder}", flush=True)
    figures = fuzz(count, seed, folder)
    folder.rmdir()
    print(", ".join(f"{number:,} {name}" for name, number in sorted(figures.outcomes.items())))
    print(f"other exceptions: {len(figures.wrong)}", *figures.wrong[:20], sep="\n  ")
    print(f"slowest: {figures.slowest[0] * 1000:.0f} ms ({figures.slowest[1]})")
    print(f"memory above the start: {figures.memory / 2**20:.0f} MB")
    good = figures.slowest[0] < MAX_SECONDS and figures.memory < MAX_MEMORY and not figures.wrong
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main())
