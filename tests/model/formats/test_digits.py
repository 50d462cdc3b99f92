"""Files of digits, as they are found: what opens, and what is said of it."""

import gzip
import io
import pickle

import numpy as np
import pytest

from mnist_desktop import FileFormatError, open_file

SIZES = {"training": 50_000, "validation": 10_000, "test": 10_000, "all": 70_000}


def npz(**arrays):
    file = io.BytesIO()
    np.savez(file, **arrays)
    return file.getvalue()


def idx(array, mark=0x08, kind=">u1"):
    lengths = b"".join(n.to_bytes(4, "big") for n in array.shape)
    return bytes([0, 0, mark, array.ndim]) + lengths + array.astype(kind).tobytes()


def book_pairs(digits, rows=slice(None), scale=256):
    splits = [digits.splits[name] for name in ("training", "validation", "test")]
    return tuple(
        (
            s.images[rows].reshape(-1, 784).astype(np.float32) / np.float32(scale),
            s.labels[rows].astype(np.int64),
        )
        for s in splits
    )


def write_idx(folder, digits, prefix="", suffix="-ubyte", pack=False):
    training, test = digits.splits["training"], digits.splits["test"]
    for name, array in (
        (f"{prefix}train-images-idx3{suffix}", training.images[:50]),
        (f"{prefix}train-labels-idx1{suffix}", training.labels[:50]),
        (f"{prefix}t10k-images-idx3{suffix}", test.images[:20]),
        (f"{prefix}t10k-labels-idx1{suffix}", test.labels[:20]),
    ):
        data = idx(array)
        (folder / name).write_bytes(gzip.compress(data) if pack else data)


def same(opened, digits, name, rows=slice(None)):
    ours, theirs = digits.splits[name], opened.splits[name]
    return np.array_equal(ours.images[rows], theirs.images) and np.array_equal(
        ours.labels[rows], theirs.labels
    )


def test_whole_file_of_the_book(digits, tmp_path):
    path = tmp_path / "mnist.pkl.gz"
    path.write_bytes(gzip.compress(pickle.dumps(book_pairs(digits), 4), 0))
    opened = open_file(path)
    assert {name: len(split) for name, split in opened.splits.items()} == SIZES
    assert all(same(opened, digits, name) for name in SIZES)
    assert opened.splits["all"].origin(59_999) == ("validation", 9_999)
    assert opened.name == "MNIST"
    assert opened.notes == ["Pixels are decimal numbers from 0 to 1, in steps of 1/256."]


def test_pixels_are_held_once(digits, opened):
    whole = opened("mnist.pkl", pickle.dumps(book_pairs(digits, slice(30)), 4))
    joined = whole.splits["all"].images
    assert joined.dtype == np.uint8
    assert all(np.shares_memory(joined, whole.splits[name].images) for name in SIZES)


@pytest.mark.parametrize("protocol", range(6))
def test_pickle_of_any_protocol(protocol, digits, opened):
    whole = opened("mnist.pkl", pickle.dumps(book_pairs(digits, slice(300)), protocol))
    assert all(same(whole, digits, name, slice(300)) for name in ("training", "validation", "test"))


def python_2_array(array, code):
    """A NumPy array as Python 2 pickles it in protocol 2: its bytes are a string."""
    data = array.tobytes()
    shape = b"".join(b"J" + n.to_bytes(4, "little") for n in array.shape)
    return (
        b"cnumpy.core.multiarray\n_reconstruct\ncnumpy\nndarray\nK\0\x85U\x01b\x87R(K\x01("
        + shape
        + b"tcnumpy\ndtype\nU\x02"
        + code
        + b"K\0K\x01\x87R(K\x03U\x01<NNNJ\xff\xff\xff\xffJ\xff\xff\xff\xffK\0tb\x89T"
        + len(data).to_bytes(4, "little")
        + data
        + b"tb"
    )


def test_pickle_of_python_2(digits, opened):
    pairs = [
        python_2_array(images, b"f4") + python_2_array(labels, b"i8") + b"\x86"
        for images, labels in book_pairs(digits, slice(200))
    ]
    whole = opened("mnist.pkl", b"\x80\x02" + b"".join(pairs) + b"\x87.")
    assert all(same(whole, digits, name, slice(200)) for name in ("training", "validation", "test"))


def python_2_text_array(array, code):
    """The same in protocol 0, where everything is text."""
    text = repr(array.tobytes())[1:].encode("ascii")
    shape = b"".join(b"I%d\n" % n for n in array.shape)
    return (
        b"cnumpy.core.multiarray\n_reconstruct\np1\n(cnumpy\nndarray\np2\n(I0\ntS'b'\ntR(I1\n("
        + shape
        + b"tcnumpy\ndtype\n(S'"
        + code
        + b"'\nI0\nI1\ntR(I3\nS'<'\nNNNI-1\nI-1\nI0\ntbI00\nS"
        + text
        + b"\ntb"
    )


def test_pickle_of_python_2_as_text(digits, opened):
    split = digits.splits["test"]
    # More than a piece of what is decoded at once, so that a sign is cut in two.
    images = split.images[:3000].reshape(-1, 784).astype(np.float32) / 256
    pair = python_2_text_array(images, b"f4") + python_2_text_array(
        split.labels[:3000].astype(np.int64), b"i8"
    )
    whole = opened("mnist_test.pkl", b"(" + pair + b"t.")
    assert same(whole, digits, "test", slice(3000))


def test_gzip_within_gzip(digits, opened):
    data = pickle.dumps(book_pairs(digits, slice(20)), 2)
    whole = opened("mnist.pkl.gz", gzip.compress(gzip.compress(data)))
    assert same(whole, digits, "test", slice(20))


def test_gzip_of_several_members(digits, opened):
    data = pickle.dumps(book_pairs(digits, slice(20)), 2)
    whole = opened("a.gz", gzip.compress(data[:5000]) + gzip.compress(data[5000:]) + bytes(512))
    assert same(whole, digits, "test", slice(20))


@pytest.mark.parametrize("pack", [False, True])
@pytest.mark.parametrize("name", ["train-images", "train-labels", "t10k-images", "t10k-labels"])
def test_any_idx_file_finds_its_siblings(name, pack, digits, tmp_path):
    write_idx(tmp_path, digits, suffix="-ubyte.gz" if pack else "-ubyte", pack=pack)
    opened = open_file(next(tmp_path.glob(f"{name}*")))
    assert same(opened, digits, "training", slice(50))
    assert same(opened, digits, "test", slice(20))


def test_folder_of_idx_files_with_dots_in_their_names(digits, tmp_path):
    write_idx(tmp_path, digits)
    for path in list(tmp_path.iterdir()):
        path.rename(path.with_name(path.name.replace("-idx", ".idx")))
    assert same(open_file(tmp_path), digits, "training", slice(50))


def test_folder_of_several_data_sets_asks_for_a_file(digits, tmp_path):
    write_idx(tmp_path, digits, "emnist-letters-")
    write_idx(tmp_path, digits, "emnist-digits-")
    with pytest.raises(FileFormatError, match=r"several data sets .*emnist-digits"):
        open_file(tmp_path)
    assert open_file(tmp_path / "emnist-digits-train-labels-idx1-ubyte").name == "EMNIST digits"


def test_idx_images_without_labels(digits, refusal):
    data = idx(digits.splits["test"].images[:5])
    assert "images and labels in two files" in refusal("t10k-images-idx3-ubyte", data)
    assert "images and labels in two files" in refusal("digits.idx", data)


def test_idx_that_was_cut_names_the_file(digits, tmp_path):
    write_idx(tmp_path, digits)
    labels = tmp_path / "t10k-labels-idx1-ubyte"
    labels.write_bytes(labels.read_bytes()[:-1])
    with pytest.raises(FileFormatError, match=r"^t10k-labels-idx1-ubyte: .* 20 bytes, but 19"):
        open_file(tmp_path / "train-images-idx3-ubyte")


def test_half_of_the_pair_is_left_out_and_said(digits, tmp_path):
    write_idx(tmp_path, digits)
    (tmp_path / "t10k-labels-idx1-ubyte").unlink()
    opened = open_file(tmp_path)
    assert list(opened.splits) == ["training", "all"]
    assert any("Left out: test" in note for note in opened.notes)


def test_sixty_thousand_are_parted_as_the_book_does(digits, tmp_path):
    images = digits.splits["all"].images[:60_000]
    labels = digits.splits["all"].labels[:60_000]
    (tmp_path / "train-images-idx3-ubyte").write_bytes(idx(images))
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(idx(labels))
    opened = open_file(tmp_path)
    assert same(opened, digits, "training")
    assert same(opened, digits, "validation")
    assert any("10,000" in note and "validation" in note for note in opened.notes)


def test_qmnist_has_more_than_labels(digits, tmp_path):
    split = digits.splits["test"]
    labels = np.zeros((30, 8))
    labels[:, 0] = split.labels[:30]
    (tmp_path / "qmnist-test-images-idx3-ubyte").write_bytes(idx(split.images[:30]))
    (tmp_path / "qmnist-test-labels-idx2-int").write_bytes(idx(labels, 0x0C, ">i4"))
    opened = open_file(tmp_path / "qmnist-test-images-idx3-ubyte")
    assert same(opened, digits, "test", slice(30))
    assert opened.name == "QMNIST"


def test_emnist_letters_stand_upright_and_have_names(digits, tmp_path):
    split = digits.splits["test"]
    sideways = split.images[:26].transpose(0, 2, 1)
    name = "emnist-letters-test-{}-ubyte"
    (tmp_path / name.format("images-idx3")).write_bytes(idx(sideways))
    (tmp_path / name.format("labels-idx1")).write_bytes(idx(np.arange(1, 27)))
    opened = open_file(tmp_path / name.format("images-idx3"))
    assert np.array_equal(opened.splits["test"].images, split.images[:26])
    assert opened.class_names[1] == "A"
    assert opened.class_names[26] == "Z"
    assert any("upright" in note for note in opened.notes)
    assert any("ten outputs" in note for note in opened.notes)


def test_fashion_mnist_is_known_by_its_folder(digits, tmp_path):
    folder = tmp_path / "Fashion-MNIST"
    folder.mkdir()
    write_idx(folder, digits)
    opened = open_file(folder / "train-images-idx3-ubyte")
    assert opened.name == "Fashion-MNIST"
    assert opened.class_names[9] == "Ankle boot"


def test_kmnist_as_npz_finds_its_siblings(digits, tmp_path):
    split = digits.splits["test"]
    (tmp_path / "kmnist-test-imgs.npz").write_bytes(npz(arr_0=split.images[:20]))
    (tmp_path / "kmnist-test-labels.npz").write_bytes(npz(arr_0=split.labels[:20]))
    opened = open_file(tmp_path / "kmnist-test-imgs.npz")
    assert same(opened, digits, "test", slice(20))
    assert opened.class_names[0] == "お"


def test_npz_of_keras(digits, opened):
    a, b = digits.splits["training"], digits.splits["test"]
    whole = opened(
        "mnist.npz",
        npz(x_train=a.images[:9], y_train=a.labels[:9], x_test=b.images[:5], y_test=b.labels[:5]),
    )
    assert same(whole, digits, "training", slice(9))
    assert same(whole, digits, "test", slice(5))
    assert whole.notes == ["Pixels are whole numbers from 0 to 255."]


def test_what_lies_beside_the_digits_is_left_out_and_said(digits, opened):
    split = digits.splits["test"]
    arrays = {"images": split.images[:7], "labels": split.labels[:7], "mean": np.ones(3)}
    assert opened("test.npz", npz(**arrays)).notes[0] == "Left out: mean."


def test_npz_of_images_and_labels(digits, opened):
    split = digits.splits["test"]
    whole = opened("mine.npz", npz(images=split.images[:7], labels=split.labels[:7]))
    assert same(whole, digits, "test", slice(7))
    assert any("does not say what its images are for" in note for note in whole.notes)


def csv(digits, count=12, header=False):
    split = digits.splits["training"]
    rows = np.column_stack([split.labels[:count], split.images[:count].reshape(-1, 784)])
    lines = [",".join(map(str, row)) for row in rows.tolist()]
    if header:
        lines.insert(0, "label," + ",".join(f"pixel{i}" for i in range(784)))
    return lines


@pytest.mark.parametrize("header", [False, True])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_csv_of_kaggle(header, end, digits, opened):
    whole = opened("train.csv", end.join(csv(digits, 2000, header)).encode())
    assert same(whole, digits, "training", slice(2000))


def test_csv_with_semicolons_and_decimals(digits, opened):
    split = digits.splits["training"]
    rows = np.column_stack([split.labels[:5], split.images[:5].reshape(-1, 784) / 255])
    text = "\n".join(";".join(map(str, row)) for row in rows.tolist())
    assert same(opened("train.csv", text.encode()), digits, "training", slice(5))


def test_csv_without_labels(digits, refusal):
    text = "\n".join(line.partition(",")[2] for line in csv(digits))
    assert "no labels" in refusal("test.csv", text.encode())


def with_columns(lines, **columns):
    """The lines of a table with a header and with more columns, before the label or at the end."""
    for place, (name, value) in columns.items():
        cells = [name, *(str(value(i)) for i in range(len(lines) - 1))]
        pairs = zip(cells, lines, strict=True)
        lines = [",".join(pair if place == "first" else pair[::-1]) for pair in pairs]
    return lines


@pytest.mark.parametrize(
    "columns",
    [
        {"first": ("row", lambda i: i)},
        {"last": ("row", lambda i: f"image {i}")},
        {"first": ("row", lambda i: i), "last": ("source", lambda i: f"post office {i}")},
    ],
)
def test_csv_with_more_columns_says_what_is_left_out(columns, digits, opened):
    lines = with_columns(csv(digits, 400, header=True), **columns)
    whole = opened("train.csv", "\n".join(lines).encode())
    assert same(whole, digits, "training", slice(400))
    names = sorted(name for name, _ in columns.values())
    assert whole.notes[0] == f"Left out: {', '.join(names)}."


def test_csv_with_its_label_last(digits, opened):
    lines = [line.split(",") for line in csv(digits, 30, header=True)]
    text = "\n".join(",".join([*cells[1:], cells[0]]) for cells in lines)
    whole = opened("train.csv", text.encode())
    assert same(whole, digits, "training", slice(30))


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        ("seven", "has seven in column 1"),
        ("", "has nothing in column 1"),
        ("256", "has 256 in column 1"),
        ("-1", "no class"),
        ("nan", "no class"),
    ],
)
def test_csv_with_a_bad_label(cell, words, digits, refusal):
    lines = csv(digits)
    lines[3] = f"{cell},{lines[3].partition(',')[2]}"
    assert words in refusal("train.csv", "\n".join(lines).encode())


def test_csv_with_a_line_of_another_length(digits, refusal):
    lines = csv(digits)
    lines[4] += ",0"
    words = "line of numbers 5 has 786 columns, but the one before has 785"
    assert words in refusal("train.csv", "\n".join(lines).encode())


def one_split(images, labels):
    return npz(images=images, labels=labels)


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (lambda x: x, "whole numbers from 0 to 255"),
        (lambda x: x.astype(np.int64), "whole numbers from 0 to 255"),
        (lambda x: x.astype(np.float64), "decimal numbers from 0 to 255"),
        (lambda x: x / np.float32(255), "steps of 1/255"),
        (lambda x: (x / 256).astype(np.float16), "steps of 1/256"),
        (lambda x: (x / 256).astype(">f8"), "steps of 1/256"),
        (lambda x: np.asfortranarray(x), "whole numbers from 0 to 255"),
        (lambda x: x.reshape(-1, 784), "0 to 255"),
        (lambda x: x.reshape(-1, 784).T, "0 to 255"),
        (lambda x: x[:, None], "0 to 255"),
        (lambda x: x[..., None], "0 to 255"),
        (lambda x: x.reshape(-1, 784, 1), "0 to 255"),
    ],
)
def test_pixels_of_any_kind_end_as_bytes(turn, words, digits, opened):
    split = digits.splits["test"]
    whole = opened("test.npz", one_split(turn(split.images[:40]), split.labels[:40]))
    assert same(whole, digits, "test", slice(40))
    assert any(words in note for note in whole.notes)


def test_black_and_white(digits, opened):
    split = digits.splits["test"]
    whole = opened("test.npz", one_split((split.images[:9] > 99).astype(int), split.labels[:9]))
    assert np.array_equal(whole.splits["test"].images, (split.images[:9] > 99) * np.uint8(255))


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (lambda x: (x / 255 - 0.13) / 0.31, "normalised"),
        (lambda x: x * 257.0, "from 0 to 65,535"),
        (lambda x: np.where(x > 200, np.nan, x), "not numbers"),
        (lambda x: np.where(x > 200, np.inf, x), "inf"),
        (lambda x: x.astype(complex), "complex"),
        (lambda x: x[:, :14, :14], r"its images are \(9, 14, 14\); expected \(N, 28, 28\)"),
        (lambda x: x[:0], r"no images in it: its array is \(0, 28, 28\)"),
    ],
)
def test_pixels_that_are_none(turn, words, digits, tmp_path):
    split = digits.splits["test"]
    path = tmp_path / "test.npz"
    path.write_bytes(one_split(turn(split.images[:9]), split.labels[:9]))
    with pytest.raises(FileFormatError, match=words):
        open_file(path)


@pytest.mark.parametrize(
    "turn",
    [
        lambda y: y.astype(np.float64),
        lambda y: y[:, None],
        lambda y: y[None],
        lambda y: np.eye(10)[y],
        lambda y: np.eye(10, dtype=bool)[y][:, :, None],  # as vectorized_result of the book
        lambda y: y.astype(">i2"),
    ],
)
def test_labels_of_any_kind(turn, digits, opened):
    split = digits.splits["test"]
    whole = opened("test.npz", one_split(split.images[:50], turn(split.labels[:50])))
    assert same(whole, digits, "test", slice(50))


@pytest.mark.parametrize(
    ("labels", "words"),
    [
        (np.arange(7), "9 images but 7 labels"),
        (np.arange(9) - 1, "no class"),
        (np.arange(9) * 100, "no class"),
        (np.full(9, np.inf), "no class"),
        (np.append(np.zeros(8), np.nan), "no class"),
        (np.full(9, 0.5), "no class"),
        (np.empty(0), "9 images but 0 labels"),
    ],
)
def test_labels_that_are_none(labels, words, digits, refusal):
    content = one_split(digits.splits["test"].images[:9], labels)
    assert words in refusal("test.npz", content)


@pytest.mark.parametrize("names", [("images",), ("x_train", "x_test"), ("x_train", "y_test")])
def test_images_without_labels(names, digits, refusal):
    images = digits.splits["test"].images[:9]
    assert "no labels that fit" in refusal("test.npz", npz(**dict.fromkeys(names, images)))


def test_labels_above_nine_are_said(digits, opened):
    whole = opened("test.npz", one_split(digits.splits["test"].images[:20], np.arange(20)))
    assert whole.class_names[19] == "19"
    assert any("up to 19" in note for note in whole.notes)


def test_one_image(digits, opened):
    split = digits.splits["test"]
    whole = opened("test.npz", one_split(split.images[:1], split.labels[:1]))
    assert same(whole, digits, "test", slice(1))
