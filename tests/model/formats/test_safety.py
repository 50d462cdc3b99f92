"""Files made to do harm, and things that are no files: each ends in the one error, at once."""

import ast
import gzip
import io
import json
import os
import pickle
import socket
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import numpy as np
import pytest

import mnist_desktop
from mnist_desktop import FileFormatError, open_file
from mnist_desktop.model.formats import opening_steps

ARRAY = b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85U\x01b\x87R"
#: Only honest names: a dtype of objects whose flags say that its elements are plain
#: bytes, so that NumPy's own unpickling takes eight letters for a pointer.
POINTERS = (
    b"\x80\x02"
    + ARRAY
    + b"(K\x01K\x01\x85cnumpy\ndtype\nU\x02O8K\0K\x01\x87R(K\x03U\x01|NNNJ\xff\xff\xff\xff"
    + b"J\xff\xff\xff\xffK\0tb\x89U\x08AAAAAAAAtb."
)
#: Asks the unpickler of C for a memo of 2,147,483,647 places.
GREAT_MEMO = b"\x80\x02Nr\xff\xff\xff\x7f."

OFFSETS = b'{"a":{"dtype":"F32","shape":[1],"data_offsets":[-4,0]}}'


def npy_header(text):
    return b"\x93NUMPY\x01\0" + len(text).to_bytes(2, "little") + text.encode("ascii")


def many_members():
    file = io.BytesIO()
    np.savez(file, **{f"a{i}": np.zeros(1) for i in range(65)})
    return file.getvalue()


def zip_of(name, content, method=zipfile.ZIP_STORED):
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        archive.writestr(name, content)
    return file.getvalue()


def list_of_itself():
    whole = []
    whole.append(whole)
    return pickle.dumps(whole)


def doubled_lists():
    """A list of two to the power of 40 numbers, told in a few bytes."""
    whole = [1.0] * 2
    for _ in range(40):
        whole = [whole, whole]
    return pickle.dumps(whole)


GREAT_SHAPE = pickle.dumps(np.zeros((2, 2)), 2).replace(b"K\x02K\x02\x86", b"J\0\0\0\x40K\x02\x86")
ARRAY_FOR_FLAGS = (
    b"\x80\x02cnumpy\ndtype\nU\x02f8K\0K\x01\x87R(K\x03U\x01<NNNJ\0\0\0\0J\0\0\0\0"
    + pickle.dumps(np.zeros(2), 2)[2:-1]
    + b"tb."
)
ONE_BYTE = npy_header("{'descr': '|u1', 'fortran_order': False, 'shape': (1,)}") + b"1"
UNENDED = "{'descr': '<f8', 'fortran_order': False, 'shape': ("
MINUS = "{'descr': '<f8', 'fortran_order': False, 'shape': (" + "-" * 3000 + "1,)}"


def many_lists(last):
    """Lists of a million items each, told by two bytes a row: all rows but the last are one."""
    row, end = [1.0] * 2000, [last] * 2000
    return pickle.dumps({str(i): [row] * 500 + [end] for i in range(900)})


def many_long_shapes():
    """Arrays of objects, the shape of each of which has 300,000 numbers to look at."""
    empty = b"cnumpy.core.multiarray\n_reconstruct\nq\0cnumpy\nndarray\nK\0\x85U\x01b\x87q\1R"
    dtype = (
        b"cnumpy\ndtype\nU\x02O8K\0K\x01\x87R(K\x03U\x01|NNN" + b"J\xff\xff\xff\xff" * 2 + b"K?tb"
    )
    state = b"(K\x01(" + b"K\1" * 300_000 + b"t" + dtype + b"\x89]tq\2b"
    return b"\x80\x02" + empty + state + b"h\0h\1Rh\2b0" * 100_000 + b"."


def many_long_keys():
    """A dict of one entry, which is set 400,000 times by a name of 65,000 letters."""
    key = b"T" + (65_000).to_bytes(4, "little") + b"k" * 65_000 + b"q\0"
    return b"\x80\x02" + key + b"0}(" + b"h\0K\1" * 400_000 + b"u."


def same_text_again():
    """A text of which a pickle asks the bytes again and again, and keeps them."""
    text = b"X" + (60_000).to_bytes(4, "little") + b"a" * 60_000
    arguments = text + b"X\6\0\0\0latin1\x86q\1"
    call = b"c_codecs\nencode\nq\0" + arguments + b"R"
    return b"\x80\x02]" + call + b"h\0h\1R" * 15_000 + b"."


def overlapping_tensors():
    """A thousand arrays of 2,000,000 numbers, all of them in the same bytes."""
    entry = {"dtype": "BF16", "shape": [2_000_000], "data_offsets": [0, 4_000_000]}
    header = json.dumps({f"a{i}": entry for i in range(1000)}).encode()
    return len(header).to_bytes(8, "little") + header + bytes(4_000_000)


HARMFUL = {
    "pointers.pkl": POINTERS,
    "pointers.npy": npy_header("{'descr': '|O', 'fortran_order': False, 'shape': (1,), }\n")
    + POINTERS,
    "memo.pkl": GREAT_MEMO,
    "command.pkl": b"cos\nsystem\n(S'touch harm'\ntR.",
    "build.pkl": b"\x80\x02cnumpy\nndarray\n)\x81}U\x01aK\x01sb.",
    "instance.pkl": b"(S'touch harm'\nios\nsystem\n.",
    "persistent.pkl": b"Pharm\n.",
    "extension.pkl": b"\x80\x02\x82\x01.",
    "long.pkl": b"\x80\x02\x8b\xff\xff\xff\x7f1.",
    "bytes.pkl": b"\x80\x04\x8e\xff\xff\xff\xff\xff\xff\xff\x7f1.",
    "marks.pkl": b"(" * 900_000,
    "dicts.pkl": b"]" + b"}" * 900_000,
    "memos.pkl": b"\x80\x04]" + b"\x94" * 990_000 + b".",
    "tuples.pkl": b"\x80\x02)" + b"\x85" * 450_000 + b".",
    "itself.pkl": list_of_itself(),
    "doubled.pkl": doubled_lists(),
    "same_rows.pkl": pickle.dumps([[1.0, 2.0]] * 450_000),
    "same_lists.pkl": pickle.dumps([[[[1.0] * 300_000 + [None]] * 64] * 64] * 64),
    "lists.pkl": many_lists(1.0),
    "lists_of_text.pkl": many_lists("harm"),
    "shapes.pkl": many_long_shapes(),
    "keys.pkl": many_long_keys(),
    "text.pkl": same_text_again(),
    "shape.pkl": GREAT_SHAPE,
    "minus.npy": npy_header(MINUS),
    "header.npy": npy_header("{" + " " * 60_000 + "}"),
    "shape.npy": npy_header("{'descr': '<f8', 'fortran_order': False, 'shape': (99999999999,), }"),
    "digits.npy": npy_header(UNENDED + "1" * 26 + "x)}"),
    "spaces.npy": npy_header(UNENDED + " " * 26 + "x)}"),
    "dtype.npy": npy_header("{'descr': [('a', '<f8')], 'fortran_order': False, 'shape': (1,), }"),
    "deep.json": b"[" * 200_000,
    "deep_dicts.json": b'{"a":' * 200_000,
    "lists.json": b"[" + b"[]," * 300_000 + b"[]]",
    "number.json": b'{"sizes": [' + b"9" * 5000 + b"]}",
    "empty_row.json": b'{"weights": [[[], []], [[]]], "biases": [[[]], [[]]]}',
    "members.npz": many_members(),
    "name.npz": zip_of(f"arr_{'9' * 5000}.npy", ONE_BYTE),
    "flags.pkl": ARRAY_FOR_FLAGS,
    "outside.npz": zip_of("../../harm", b"harm"),
    "lzma.npz": zip_of("W1.npy", b"harm" * 99, zipfile.ZIP_LZMA),
    "damaged.npz": zip_of("W1.npy", b"harm")[:-30],
    "length.safetensors": b"\xff\xff\xff\x7f\0\0\0\0{}",
    "deep.safetensors": (100_000).to_bytes(8, "little") + b'{"a":' + b"[" * 99_995,
    "overlapping.safetensors": overlapping_tensors(),
    "offsets.safetensors": len(OFFSETS).to_bytes(8, "little") + OFFSETS,
    "lengths-idx3-ubyte": b"\0\0\x08\x03" + b"\xff" * 12,
    "zeros.gz": gzip.compress(bytes(50_000_000)),
    "pieces.gz": gzip.compress(b"") * 200_000,
    "four_times.gz": gzip.compress(gzip.compress(gzip.compress(b"harm"))),
    "line.csv": b"1," * 20 + b"1" * 1_000_000,
    "page.gz": b"<!DOCTYPE html><html>Not found</html>",
    "empty": b"",
    "one byte": b"\0",
    "three bytes": b"\0\0\x08",
    "noise": np.random.default_rng(3).bytes(5000),
}  # fmt: skip


@pytest.mark.parametrize("name", HARMFUL)
def test_harmful_file_ends_in_the_error_quickly_and_in_little_memory(
    name, refusal, fuzzer, tmp_path, monkeypatch
):
    monkeypatch.chdir(tmp_path)
    before = fuzzer["peak_memory"](reset=True)
    start = time.process_time()
    refusal(name, HARMFUL[name])
    assert time.process_time() - start < 2
    assert fuzzer["peak_memory"]() - before < 500 * 2**20
    assert [path.name for path in tmp_path.iterdir()] == [name]


def _names_of(tree):
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield (node.module or "").partition(".")[0]


def test_program_holds_no_unpickling():
    package = Path(mnist_desktop.__file__).parent
    files = list(package.rglob("*.py"))
    assert files
    for file in files:
        tree = ast.parse(file.read_text(encoding="utf-8"))
        found = set(_names_of(tree)) & {
            "pickle",
            "_pickle",
            "cPickle",
            "dill",
            "joblib",
            "shelve",
            "marshal",
            "mmap",
        }
        assert not found, f"{file} imports {found}"
        for node in ast.walk(tree):
            if isinstance(node, ast.keyword) and node.arg == "allow_pickle":
                assert isinstance(node.value, ast.Constant), file
                assert node.value.value is False, file
            if isinstance(node, ast.keyword):
                assert node.arg != "mmap_mode", file
            if isinstance(node, ast.Name | ast.Attribute):
                name = node.id if isinstance(node, ast.Name) else node.attr
                assert name not in {"eval", "memmap", "literal_eval"}, file  # fmt: skip


def test_nothing_is_unpickled_while_files_are_opened(network, opened, monkeypatch):
    content = pickle.dumps(network)

    def refuse(*_args, **_kwargs):
        pytest.fail("the unpickler was asked")

    for name in ("load", "loads", "Unpickler"):
        monkeypatch.setattr(pickle, name, refuse)
    assert np.array_equal(opened("network.pkl", content).W1, network[0])


# What is no file, or none that can be read


def failure(path):
    with pytest.raises(FileFormatError) as caught:
        open_file(path)
    return str(caught.value)


def test_missing_file(tmp_path):
    assert "no such file" in failure(tmp_path / "mnist.pkl.gz")
    assert "no such file" in failure(tmp_path / "file" / "mnist.pkl.gz")
    assert "no file of this name" in failure("mnist\0.pkl.gz")
    assert "too long" in failure(tmp_path / ("m" * 300))


def test_folder_without_digits(tmp_path):
    assert "folder without the IDX files" in failure(tmp_path)


def test_fifo_is_not_waited_for(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    assert "a pipe" in failure(tmp_path / "pipe")


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/null", "/dev/tty"])
def test_device(device):
    if not Path(device).exists():
        pytest.skip("no such device here")
    assert "a device" in failure(device)


def test_socket(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)  # the name of a socket may not be long
    with socket.socket(socket.AF_UNIX) as server:
        server.bind("socket")
        assert "a socket" in failure("socket")


def test_link_that_leads_to_itself(tmp_path):
    (tmp_path / "link").symlink_to("link")
    assert "leads back to itself" in failure(tmp_path / "link")


def test_file_that_may_not_be_read(tmp_path, monkeypatch):
    path = tmp_path / "secret.npz"
    path.write_bytes(b"secret")
    path.chmod(0)
    if os.access(path, os.R_OK):  # root may read everything
        monkeypatch.setattr(os, "open", _denied)
    assert "may not be read by you" in failure(path)


def _denied(*_args):
    raise PermissionError(13, "Permission denied")


def test_name_that_is_not_utf_8(network, tmp_path):
    path = os.fsencode(tmp_path) + b"/gr\xfc\xdfe.npz"
    np.savez(tmp_path / "plain.npz", *network)
    Path(tmp_path / "plain.npz").rename(os.fsdecode(path))
    assert np.array_equal(open_file(path).W1, network[0])
    Path(os.fsdecode(path)).write_bytes(b"")
    failure(path).encode("utf-8")


def test_name_that_would_upset_a_terminal(tmp_path):
    path = tmp_path / "a\n\x1b[31m\u202e.npz"
    path.write_bytes(b"")
    assert failure(path).isprintable()


def test_long_name_leaves_room_for_the_reason(tmp_path):
    path = tmp_path / ("m" * 250)
    path.write_bytes(b"")
    assert "it is empty" in failure(path)


def test_file_of_more_than_a_gigabyte(tmp_path):
    path = tmp_path / "large.npz"
    with path.open("wb") as file:
        file.truncate(2**30 + 1)
    assert "at most 1 GiB" in failure(path)


def test_json_unpacks_to_more_than_its_limit(tmp_path):
    path = tmp_path / "large.json"
    with path.open("wb") as file:
        file.write(b"[[")
        file.truncate(256 * 2**20 + 1)
    assert "256 MB" in failure(path)


def test_json_of_more_numbers_than_are_held(refusal):
    row = b"[" + b"0," * 499_999 + b"0]"
    assert "more than 33,554,432 numbers" in refusal("a.json", b"[" + b",".join([row] * 68) + b"]")


def test_labels_of_great_width_are_not_looked_at(fuzzer, refusal):
    before = fuzzer["peak_memory"](reset=True)
    file = io.BytesIO()
    images, labels = np.zeros((1000, 28, 28), np.uint8), np.zeros((1000, 60_000), np.uint8)
    np.savez_compressed(file, images=images, labels=labels)
    assert "but are (1000, 60000)" in refusal("a.npz", file.getvalue())
    assert fuzzer["peak_memory"]() - before < 200 * 2**20


def test_file_that_is_cut_while_it_is_read(tmp_path):
    path = tmp_path / "large.npy"
    path.write_bytes(
        npy_header("{'descr': '|u1', 'fortran_order': False, 'shape': (9000000,), }")
        + bytes(9_000_000)
    )
    steps = opening_steps(path)
    next(steps)
    os.truncate(path, 3_000_000)
    with pytest.raises(FileFormatError, match="changed by another program"):
        list(steps)


def test_file_that_is_replaced_while_it_is_read_is_the_old_one(digits, tmp_path):
    path, other = tmp_path / "test.npz", tmp_path / "other.npz"
    split = digits.splits["test"]
    np.savez(path, images=split.images, labels=split.labels)
    other.write_bytes(b"another file")
    steps = opening_steps(path)
    next(steps)
    other.replace(path)
    *_, last = steps
    assert np.array_equal(last.result.splits["test"].images, split.images)


# Progress and cancelling


def write_large(tmp_path, digits):
    path = tmp_path / "mnist.pkl"
    images = digits.splits["all"].images.reshape(-1, 784)
    path.write_bytes(pickle.dumps(((images, digits.splits["all"].labels),), 4))
    return path


def test_progress_rises_to_the_end(digits, tmp_path):
    seen = []
    open_file(write_large(tmp_path, digits), lambda done, total: seen.append((done, total)))
    assert seen == sorted(seen)
    assert seen[-1] == (1000, 1000)
    assert len(set(seen)) > 50


def test_what_progress_raises_cancels_and_comes_out(digits, tmp_path):
    class CancelledError(Exception):
        pass

    def cancel(done, total):
        if done > total / 2:
            raise CancelledError

    with pytest.raises(CancelledError):
        open_file(write_large(tmp_path, digits), cancel)


def test_opening_that_is_stopped_closes_its_file(digits, tmp_path):
    steps = opening_steps(write_large(tmp_path, digits))
    next(steps)
    steps.close()  # an open file would end in a ResourceWarning, and that in a failure
    with pytest.raises(StopIteration):
        next(steps)


def test_opened_in_a_fresh_python_without_qt_or_matplotlib(network, tmp_path):
    np.savez(tmp_path / "network.npz", *network)
    code = (
        "import sys, mnist_desktop; mnist_desktop.open_file(sys.argv[1]);"
        "sys.exit(any(m.startswith(('PySide6', 'matplotlib')) for m in sys.modules))"
    )
    root = Path(mnist_desktop.__file__).parents[1]
    run = subprocess.run(
        [sys.executable, "-c", code, tmp_path / "network.npz"], cwd=root, check=False
    )
    assert run.returncode == 0
