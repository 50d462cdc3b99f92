import numpy as np
import pytest

from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats import FileFormatError, load_parameters, open_file
from mnist_desktop.model.formats.parameters import DEFAULT_NETWORK
from mnist_desktop.model.message import Message
from mnist_desktop.model.own_digits import (
    MOST,
    digits_in,
    merged,
    own_split,
    save_digits,
    with_more,
    without,
)


@pytest.fixture
def own(digits):
    test = digits.splits["test"]
    return own_split(test.images[:7], test.labels[:7])


def opened(path):
    return digits_in(open_file(path), path)


@pytest.mark.parametrize("name", ["mine.npz", "mine.idx", "mine"])
def test_what_is_saved_opens_again_as_it_was(tmp_path, own, name):
    path = save_digits(tmp_path / name, own)[0]
    again = opened(path)
    assert np.array_equal(again.images, own.images)
    assert np.array_equal(again.labels, own.labels)


def test_idx_is_that_of_mnist(tmp_path, own):
    images, labels = save_digits(tmp_path / "mine.idx", own)
    assert images.name == "mine-t10k-images-idx3-ubyte"
    assert images.read_bytes()[:16].hex() == "00000803" + "00000007" + "0000001c" * 2
    assert images.read_bytes()[16:] == own.images.tobytes()
    assert labels.read_bytes() == bytes.fromhex("0000080100000007") + own.labels.tobytes()


def test_a_save_that_fails_leaves_what_was_there(tmp_path, own, monkeypatch):
    path = save_digits(tmp_path / "mine.npz", own)[0]
    before = path.read_bytes()

    def full_disk(*_args, **_arrays):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(np, "savez", full_disk)
    with pytest.raises(OSError, match="No space left"):
        save_digits(path, own)
    assert path.read_bytes() == before
    assert [found.name for found in tmp_path.iterdir()] == ["mine.npz"]


def test_digits_come_and_go_in_place(own):
    fewer = without(own, [1, 3])
    assert fewer.labels.tolist() == [own.labels[at] for at in (0, 2, 4, 5, 6)]
    more = with_more(fewer, own_split(own.images[:1], [9]), at=2)
    assert more.labels.tolist()[2] == 9
    assert len(more) == 6
    assert len(own) == 7


def test_an_empty_split_is_evaluated_to_nothing():
    [last] = list(evaluate(own_split(), load_parameters()))
    assert (len(last), last.complete) == (0, True)


def test_a_network_is_no_digits():
    with pytest.raises(FileFormatError, match="parameters of a network; expected digits"):
        opened(DEFAULT_NETWORK)


def test_other_classes_than_digits_are_refused(tmp_path):
    path = tmp_path / "letters.npz"
    np.savez(path, images=np.ones((3, 28, 28), np.uint8), labels=np.array([1, 2, 26], np.uint8))
    with pytest.raises(FileFormatError, match="other classes than the digits"):
        opened(path)


@pytest.mark.parametrize("name", ["mine.npz", "mine.idx"])
def test_more_than_can_be_opened_again_is_not_written(tmp_path, own, name):
    paths = save_digits(tmp_path / name, own)
    before = [path.read_bytes() for path in paths]
    count = MOST + 1
    many = own_split(np.zeros((count, 28, 28), np.uint8), np.zeros(count, np.uint8))
    with pytest.raises(FileFormatError, match="100,001 digits are too many") as caught:
        save_digits(tmp_path / name, many)
    assert isinstance(caught.value.reason, Message)
    assert [path.read_bytes() for path in paths] == before


def test_two_windows_both_keep_their_digits(own):
    base = own_split(own.images[:3], own.labels[:3])
    mine = with_more(without(base, [0]), own_split(own.images[3:5], own.labels[3:5]))
    theirs = with_more(without(base, [1]), own_split(own.images[5:7], own.labels[5:7]))
    both = merged(base, mine, theirs)
    assert both.labels.tolist() == [own.labels[at] for at in (2, 5, 6, 3, 4)]
    assert np.array_equal(both.images, own.images[[2, 5, 6, 3, 4]])


def test_merging_with_nobody_changes_nothing(own):
    base = own_split(own.images[:3], own.labels[:3])
    for result in (merged(base, own, base), merged(base, base, own), merged(own, own, own)):
        assert np.array_equal(result.images, own.images)


def test_a_digit_that_both_windows_keep_is_there_twice(own):
    assert merged(own_split(), own, own).labels.tolist() == 2 * own.labels.tolist()


def test_of_equal_digits_only_one_is_deleted(own):
    twice = with_more(own, own)
    assert len(merged(twice, without(twice, [0]), twice)) == 13
