import hashlib
import tracemalloc
import zipfile
from collections.abc import Sequence

import numpy as np
import pytest

from mnist_desktop import FileFormatError, load_data_wrapper
from mnist_desktop.model.data import DIGITS_FILE, SPLIT_SIZES, load_digits

# Of the pixels and labels in the four IDX files of MNIST, what follows their headers.
IDX_SHA256 = {
    "train images": "741c988805d008ac6e4c904b69001ba184c24b2c540a4ef403f4c71b676cf757",
    "train labels": "1feba77c54802fa5339a11837ea4b2866434b83314ec45192930f1df69120c13",
    "t10k images": "6d87418db22cc8025d05968bec9bd5c3932904b23485740db143a061a2c9d161",
    "t10k labels": "ddeff807876a9661a1110d45c266c86239a3a1b7d37da0c3716a7a683c852ff5",
}


@pytest.fixture(scope="module")
def digits():
    *_, last = load_digits()
    return last.splits


@pytest.fixture(scope="module")
def samples():
    return load_data_wrapper()


def test_the_digits_are_those_of_the_idx_files(digits):
    everything = digits["all"]
    found = {
        "train images": everything.images[:60_000],
        "train labels": everything.labels[:60_000],
        "t10k images": digits["test"].images,
        "t10k labels": digits["test"].labels,
    }
    assert {name: hashlib.sha256(array).hexdigest() for name, array in found.items()} == IDX_SHA256


def test_validation_is_the_last_10000_of_the_60000(digits):
    assert {name: len(split) for name, split in digits.items()} == {**SPLIT_SIZES, "all": 70_000}
    assert np.array_equal(digits["validation"].images, digits["all"].images[50_000:60_000])
    assert np.array_equal(digits["training"].labels, digits["all"].labels[:50_000])


def test_pixels_are_held_once_as_bytes(digits):
    for split in digits.values():
        assert split.images.dtype == split.labels.dtype == np.uint8
        assert np.shares_memory(split.images, digits["all"].images)
        assert np.shares_memory(split.labels, digits["all"].labels)


@pytest.mark.parametrize("first", [*SPLIT_SIZES, "all"])
def test_the_split_that_is_wanted_comes_first(first):
    steps = [set(step.splits) for step in load_digits(first)]
    assert steps[-1] == {*SPLIT_SIZES, "all"}
    if first != "all":
        assert steps[0] == {first}


def test_the_resource_is_small():
    assert DIGITS_FILE.stat().st_size < 12_000_000


def test_an_image_of_the_joined_split_knows_where_it_comes_from(digits):
    everything = digits["all"]
    assert everything.origin(0) == ("training", 0)
    assert everything.origin(49_999) == ("training", 49_999)
    assert everything.origin(50_000) == ("validation", 0)
    assert everything.origin(69_999) == ("test", 9_999)
    assert digits["test"].origin(7) == ("test", 7)
    assert everything.places("test", 947) == (60_947,)
    assert digits["test"].places("test", 947) == (947,)
    assert digits["training"].places("test", 947) == ()


def test_samples_are_made_when_asked_for():
    training_data, _, _ = load_data_wrapper()
    tracemalloc.start()
    training_data[0:50_000]  # 157 MB, were they made now
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert most < 1_000_000
    assert isinstance(training_data, Sequence)
    assert training_data[0][0] is not training_data[0][0]


def test_a_training_sample_is_an_image_and_a_one_hot_label(samples):
    training_data, _, _ = samples
    image, label = training_data[0]
    assert (image.shape, image.dtype) == ((784, 1), np.float32)
    assert (label.shape, label.dtype) == ((10, 1), np.float64)
    assert label[:, 0].tolist() == [0, 0, 0, 0, 0, 1, 0, 0, 0, 0]


def test_pixel_values_are_bytes_by_256(samples, digits):
    image = samples[2][0][0]
    assert np.array_equal(image[:, 0] * 256, digits["test"].images[0].ravel())
    assert image.max() < 1


def test_other_samples_have_integer_labels(samples):
    _, validation_data, test_data = samples
    assert [label for _, label in test_data[0:10]] == [7, 2, 1, 0, 4, 1, 4, 9, 5, 9]
    assert type(test_data[0][1]) is int
    assert type(validation_data[0][1]) is int


def test_samples_are_a_sequence(samples):
    test_data = samples[2]
    assert [len(data) for data in samples] == [50_000, 10_000, 10_000]
    assert np.array_equal(test_data[-1][0], test_data[9_999][0])
    assert len(test_data[5:15]) == 10
    assert np.array_equal(test_data[5:15][-1][0], test_data[14][0])
    assert [label for _, label in test_data[3::-1]] == [0, 1, 2, 7]
    assert len(test_data[20:10]) == 0
    assert sum(1 for _ in test_data[0:100]) == 100


@pytest.mark.parametrize("index", [10_000, -10_001])
def test_an_index_out_of_range_is_an_index_error(samples, index):
    with pytest.raises(IndexError):
        samples[2][index]


def test_changing_a_sample_changes_no_pixel(samples):
    image, _ = samples[2][0]
    image[:] = 1
    assert samples[2][0][0].max() < 1


def test_a_missing_resource_is_one_clear_error(tmp_path):
    with pytest.raises(FileFormatError, match=r"^digits\.npz: .*missing"):
        next(load_digits(path=tmp_path / "digits.npz"))


def cut_short(raw):
    return raw[: len(raw) // 2]


def flipped(raw):
    middle = len(raw) // 2  # within the compressed pixels
    return (
        raw[:middle] + bytes(byte ^ 0xFF for byte in raw[middle : middle + 64]) + raw[middle + 64 :]
    )


def nothing(raw):
    return raw[:0]


def text(raw):
    return b"not a digit in sight" * len(raw[:10])


@pytest.mark.parametrize("damage", [cut_short, flipped, nothing, text])
def test_a_damaged_resource_is_one_clear_error(tmp_path, damage):
    path = tmp_path / "digits.npz"
    path.write_bytes(damage(DIGITS_FILE.read_bytes()))
    with pytest.raises(FileFormatError, match=r"^digits\.npz: .*damaged") as caught:
        list(load_digits(path=path))
    assert "\n" not in str(caught.value)


def test_a_resource_without_a_split_is_one_clear_error(tmp_path):
    path = tmp_path / "digits.npz"
    with zipfile.ZipFile(DIGITS_FILE) as whole, zipfile.ZipFile(path, "w") as part:
        for name in whole.namelist():
            if not name.startswith("validation"):
                part.writestr(name, whole.read(name))
    with pytest.raises(FileFormatError, match="validation"):
        list(load_digits(path=path))


def test_images_of_another_size_are_one_clear_error(tmp_path):
    path = tmp_path / "digits.npz"
    np.savez(path, test_images=np.zeros((10, 8, 8), np.uint8), test_labels=np.zeros(10, np.uint8))
    with pytest.raises(FileFormatError, match="28 x 28"):
        next(load_digits(path=path))
