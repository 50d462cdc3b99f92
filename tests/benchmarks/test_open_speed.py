"""How fast the book's whole file opens, and in how much memory."""

import gzip
import io
import pickle
import time
import tracemalloc

import numpy as np
import pytest

from mnist_desktop import Parameters, open_file
from mnist_desktop.model.data import load_digits
from mnist_desktop.model.formats import opening_steps, to_json
from mnist_desktop.model.opening import opening_all

pytestmark = pytest.mark.benchmark


@pytest.fixture
def say(capsys, pytestconfig):
    """Write a figure into the report."""

    def line(text):
        with capsys.disabled():
            pytestconfig.get_terminal_writer().line(f"\n{text}")

    return line


@pytest.fixture(scope="module")
def book(tmp_path_factory):
    """The book's file and the bytes of its arrays: 50,000 + 10,000 + 10,000 images as float32."""
    *_, digits = load_digits()
    pairs = tuple(
        (s.images.reshape(-1, 784).astype(np.float32) / 256, s.labels.astype(np.int64))
        for s in (digits.splits[name] for name in ("training", "validation", "test"))
    )
    path = tmp_path_factory.mktemp("book") / "mnist.pkl.gz"
    path.write_bytes(gzip.compress(pickle.dumps(pairs, 4), 6))
    return path, sum(array.nbytes for pair in pairs for array in pair)


def seconds(work):
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def test_book_opens_in_less_than_twice_the_time_of_gzip_and_numpy(book, say):
    path, _ = book

    def plainly():
        np.frombuffer(gzip.decompress(path.read_bytes()), np.float32, 70_000 * 784)

    times = [(seconds(lambda: open_file(path)), seconds(plainly)) for _ in range(5)]
    ours, theirs = (min(column) for column in zip(*times, strict=True))
    say(f"open_file {ours:.3f} s, gzip and NumPy {theirs:.3f} s: {ours / theirs:.2f}x")
    assert ours < 2 * theirs


def test_book_opens_in_less_than_three_times_its_arrays(book, say):
    path, size = book
    tracemalloc.start()
    open_file(path)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    say(f"peak {peak / 2**20:.0f} MB for arrays of {size / 2**20:.0f} MB: {peak / size:.2f}x")
    assert peak < 3 * size


def longest_step(steps):
    longest, before = 0.0, time.perf_counter()
    for _ in steps:
        now = time.perf_counter()
        longest, before = max(longest, now - before), now
    return longest


def test_opening_can_be_cancelled_within_200_ms(book, say):
    path, _ = book
    longest = longest_step(opening_steps(path))
    say(f"longest step {longest * 1000:.0f} ms")
    assert longest < 0.2


def test_opening_a_wide_network_and_trying_it_out_can_be_cancelled_within_200_ms(tmp_path, say):
    *_, digits = load_digits()
    rng = np.random.default_rng(0)
    shapes = (5000, 784), (5000, 1), (10, 5000), (10, 1)
    path = tmp_path / "wide.json"
    arrays = (rng.normal(scale=0.05, size=shape) for shape in shapes)  # as training leaves them
    path.write_bytes(to_json(Parameters(*arrays)))
    longest = longest_step(opening_all([path], digits))
    say(f"5,000 hidden units, {path.stat().st_size / 1e6:.0f} MB of JSON: {longest * 1000:.0f} ms")
    assert longest < 0.2


def test_a_million_images_open(tmp_path):
    file = io.BytesIO()
    np.savez(file, images=np.zeros((1_000_000, 784), bool), labels=np.zeros(1_000_000, np.uint8))
    path = tmp_path / "many.npz"
    path.write_bytes(file.getvalue())
    assert len(open_file(path).splits["test"]) == 1_000_000
