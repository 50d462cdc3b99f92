"""Files as people keep them: several that belong together, and usual forms of others."""

import io
import json
import pickle

import numpy as np
import pytest

from mnist_desktop import FileFormatError, open_file
from mnist_desktop.model.errors import PictureFormatError
from mnist_desktop.model.formats import OpenedParameters


def idx(array):
    lengths = b"".join(n.to_bytes(4, "big") for n in array.shape)
    return bytes([0, 0, 8, array.ndim]) + lengths + array.astype("u1").tobytes()


def text(rows, separator=","):
    return "\n".join(separator.join(map(str, row)) for row in rows.tolist()).encode()


@pytest.fixture(scope="module")
def some(digits):
    """The first 60 images and labels of the test split."""
    split = digits.splits["test"]
    return split.images[:60], split.labels[:60]


def holds(opened, some, part="test"):
    split = opened.splits[part]
    return np.array_equal(split.images, some[0]) and np.array_equal(split.labels, some[1])


def test_table_with_its_label_last_and_no_header(some, opened):
    table = np.column_stack([some[0].reshape(-1, 784), some[1]])
    whole = opened("mnist.csv", text(table))
    assert holds(whole, some)
    assert sum("last column" in note for note in whole.notes) == 1


@pytest.mark.parametrize("place", ["first", "last"])
def test_array_of_785_columns(place, some, opened):
    columns = [some[1], some[0].reshape(-1, 784)]
    table = np.column_stack(columns if place == "first" else columns[::-1])
    file = io.BytesIO()
    np.save(file, table)
    assert holds(opened("mnist.npy", file.getvalue()), some)


def test_images_as_columns_are_turned_and_said(some, opened):
    file = io.BytesIO()
    np.savez(file, images=some[0].reshape(-1, 784).T, labels=some[1])
    whole = opened("mnist.npz", file.getvalue())
    assert holds(whole, some)
    assert any("one per column" in note for note in whole.notes)


def test_names_of_files_tell_the_data_set_where_the_folder_is_called_otherwise(some, tmp_path):
    name = "emnist-letters-test-{}-ubyte"
    (tmp_path / name.format("images-idx3")).write_bytes(idx(some[0][:26].transpose(0, 2, 1)))
    (tmp_path / name.format("labels-idx1")).write_bytes(idx(np.arange(1, 27)))
    opened = open_file(tmp_path)
    assert np.array_equal(opened.splits["test"].images, some[0][:26])
    assert opened.class_names[1] == "A"


def test_sizes_that_contradict_the_arrays_are_refused(network, refusal):
    W1, B1, W2, B2 = (array.tolist() for array in network)
    content = {"sizes": [784, 100, 10], "weights": [W1, W2], "biases": [B1, B2]}
    assert "784, 100, 10" in refusal("network.json", json.dumps(content).encode())


@pytest.mark.parametrize("name", ["X_train", "y_train", "X_test", "y_test"])
def test_any_array_of_four_finds_the_others(name, some, tmp_path):
    for part in ("train", "test"):
        np.save(tmp_path / f"X_{part}.npy", some[0])
        np.save(tmp_path / f"y_{part}.npy", some[1])
    opened = open_file(tmp_path / f"{name}.npy")
    assert holds(opened, some, "training")
    assert holds(opened, some, "test")


def write_archive(folder, some):
    """Files, and folders of nearly the same names, as in the best-known archive of MNIST."""
    for part in ("train", "t10k"):
        for kind, rank, array in (("images", 3, some[0]), ("labels", 1, some[1])):
            inner = folder / f"{part}-{kind}-idx{rank}-ubyte"
            inner.mkdir()
            (inner / inner.name).write_bytes(idx(array))
            (folder / f"{part}-{kind}.idx{rank}-ubyte").write_bytes(idx(array))


def test_archive_opens_from_each_of_its_files_and_folders(some, tmp_path):
    write_archive(tmp_path, some)
    for path in (tmp_path, *sorted(tmp_path.rglob("*"))):
        opened = open_file(path)
        assert holds(opened, some, "test"), path
        assert holds(opened, some, "training"), path


def test_root_of_torchvision(some, tmp_path):
    raw = tmp_path / "MNIST" / "raw"
    raw.mkdir(parents=True)
    (raw / "t10k-images-idx3-ubyte").write_bytes(idx(some[0]))
    (raw / "t10k-labels-idx1-ubyte").write_bytes(idx(some[1]))
    assert holds(open_file(tmp_path), some)
    assert holds(open_file(tmp_path / "MNIST"), some)


@pytest.mark.parametrize("name", ["W1", "b1", "W2", "b2", ""])
@pytest.mark.parametrize("kind", ["npy", "csv", "txt"])
def test_network_of_four_files(name, kind, network, tmp_path):
    for stem, array in zip(("W1", "b1", "W2", "b2"), network, strict=True):
        if kind == "npy":
            np.save(tmp_path / f"{stem}.npy", array)
        else:
            np.savetxt(tmp_path / f"{stem}.{kind}", array, delimiter="," if kind == "csv" else " ")
    opened = open_file(tmp_path / f"{name}.{kind}" if name else tmp_path)
    assert all(np.allclose(a, b) for a, b in zip(opened, network, strict=True))
    assert any("put together from" in note for note in opened.notes)


@pytest.mark.parametrize("name", ["saved_wih", "saved_who"])
def test_network_without_biases_has_biases_0_and_says_so(name, network, tmp_path):
    np.save(tmp_path / "saved_wih.npy", network[0])
    np.save(tmp_path / "saved_who.npy", network[2])
    opened = open_file(tmp_path / f"{name}.npy")
    assert np.array_equal(opened.W1, network[0])
    assert np.array_equal(opened.W2, network[2])
    assert not opened.B1.any()
    assert not opened.B2.any()
    assert any("no biases" in note for note in opened.notes)


def test_training_data_as_pairs(some, opened):
    pairs = [(x.reshape(784, 1) / 256, np.eye(10)[y][:, None]) for x, y in zip(*some, strict=True)]
    assert holds(opened("test_data.pkl", pickle.dumps(pairs, 2)), some)


def test_book_s_expanded_data_is_a_list_of_images(some, opened):
    images = [x.ravel().astype("f4") / 256 for x in some[0]]
    part = (np.array(images), some[1].astype("i8"))
    content = ([images, list(some[1].astype("i8"))], part, part)
    whole = opened("mnist_expanded.pkl", pickle.dumps(content, 2))
    assert holds(whole, some, "training")
    assert holds(whole, some, "test")


def test_empty_validation_part_is_left_out_and_said(some, opened):
    part = (some[0].reshape(-1, 784), some[1])
    whole = opened("mnist.pkl", pickle.dumps((part, (np.empty((0, 784)), np.empty(0)), part)))
    assert list(whole.splits) == ["training", "test", "all"]
    assert any("empty" in note for note in whole.notes)


def test_arff(some, opened):
    names = "".join(f"@ATTRIBUTE pixel{i + 1} real\n" for i in range(784))
    head = f"% MNIST\n@RELATION mnist_784\n\n{names}@ATTRIBUTE class {{0,1,2}}\n\n@DATA\n"
    table = np.column_stack([some[0].reshape(-1, 784), some[1]])
    assert holds(opened("mnist_784.arff", head.encode() + text(table)), some)


def test_libsvm(some, opened):
    lines = [
        f"{label} " + " ".join(f"{i + 1}:{value}" for i, value in enumerate(image.ravel()) if value)
        for image, label in zip(*some, strict=True)
    ]
    assert holds(opened("mnist.scale", "\n".join(lines).encode()), some)


def test_decimal_commas(some, opened):
    rows = [
        ";".join([str(y), *(f"{v / 255:.4f}" for v in x.ravel())])
        for x, y in zip(*some, strict=True)
    ]
    head = "label;" + ";".join(f"pixel{i}" for i in range(784)) + "\n"
    whole = opened("test.csv", (head + "\n".join(rows).replace(".", ",")).encode())
    assert holds(whole, some)
    assert any("decimal commas" in note for note in whole.notes)


def test_table_with_spaces(some, opened):
    table = np.column_stack([some[1], some[0].reshape(-1, 784)])
    assert holds(opened("mnist.txt", text(table, " ")), some)


def test_convolutional_network_is_named(refusal):
    arrays = {"W1": np.zeros((30, 1, 5, 5)), "b1": np.zeros(30), "W2": np.zeros((4320, 100))}
    assert "convolutional" in refusal("cnn.pkl", pickle.dumps(arrays))


def test_list_of_pictures_has_no_labels(some, refusal):
    words = refusal("images.pkl", pickle.dumps(list(some[0])))
    assert "no labels" in words
    assert "layers" not in words


def test_arrays_as_text_in_json_are_named(network, refusal):
    content = {"weights_1": json.dumps(network[0].tolist())}
    assert "as text" in refusal("weights.json", json.dumps(content).encode())


def test_picture_is_told_apart_from_what_is_damaged(tmp_path):
    (tmp_path / "seven.png").write_bytes(b"\x89PNG\r\n\x1a\n")
    with pytest.raises(PictureFormatError, match="Draw"):
        open_file(tmp_path / "seven.png")


def test_one_file_of_a_network_that_stands_alone_is_refused(network, tmp_path):
    np.save(tmp_path / "W1.npy", network[0])
    with pytest.raises(FileFormatError, match="W1"):
        open_file(tmp_path / "W1.npy")


def test_files_of_a_network_are_parameters(network, tmp_path):
    for stem, array in zip(("W1", "b1", "W2", "b2"), network, strict=True):
        np.save(tmp_path / f"{stem}.npy", array)
    assert isinstance(open_file(tmp_path), OpenedParameters)


class Network:
    """As in the book."""

    def __init__(self, arrays):
        W1, B1, W2, B2 = arrays
        self.num_layers, self.sizes = 3, [784, len(W1), 10]
        self.weights, self.biases = [W1, W2], [B1, B2]
        self.cost = Network

    def __setstate__(self, _state):
        pytest.fail("it was run")


@pytest.mark.parametrize("protocol", range(6))
def test_network_object_is_read_as_data(protocol, network, opened):
    parameters = opened("network.pkl", pickle.dumps(Network(network), protocol))
    assert all(np.array_equal(a, b) for a, b in zip(parameters, network, strict=True))
    assert any("class Network" in note for note in parameters.notes)


def test_folder_per_digit_is_named_with_the_way_out(tmp_path):
    for label in range(10):
        (tmp_path / str(label)).mkdir()
    with pytest.raises(FileFormatError, match=r"a folder per digit.*Draw"):
        open_file(tmp_path)


def test_libsvm_with_a_place_beyond_all_pixels(refusal):
    assert "no label with pixels" in refusal("a.scale", b"5 153:9 99999:3\n5 1:1 2:2\n")
    assert "no label with pixels" in refusal(
        "a.scale", b"5 153:9 154:3\n5 1:1 " + b"9" * 30 + b":2"
    )
