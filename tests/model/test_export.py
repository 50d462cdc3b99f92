import csv
import json
from pathlib import Path

import numpy as np
import pytest

from mnist_desktop import Evaluation, evaluate, load_parameters
from mnist_desktop.model.data import Split, load_digits
from mnist_desktop.model.export import results_json, write_csv
from mnist_desktop.model.network import f
from mnist_desktop.model.whole_files import replacing


@pytest.fixture(scope="module")
def joined() -> Split:
    """The first 3,000 of validation and of test, as a split that joins the two."""
    *_, digits = load_digits()
    parts = [digits.splits["validation"], digits.splits["test"]]
    return Split(
        "all",
        np.concatenate([part.images[:3000] for part in parts]),
        np.concatenate([part.labels[:3000] for part in parts]),
        (("validation", 0), ("test", 3000)),
    )


@pytest.fixture(scope="module")
def evaluation(joined: Split) -> Evaluation:
    *_, last = evaluate(joined, load_parameters())
    return last


def test_csv_holds_every_prediction_under_the_name_of_its_own_split(
    tmp_path: Path, joined: Split, evaluation: Evaluation
) -> None:
    path = tmp_path / "predictions.csv"
    steps = list(write_csv(path, joined, evaluation))
    assert steps == sorted(steps)
    assert steps[-1] == 6000
    with path.open(newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["split"] for row in rows] == ["validation"] * 3000 + ["test"] * 3000
    assert [int(row["index"]) for row in rows] == [*range(3000), *range(3000)]
    assert [int(row["label"]) for row in rows] == joined.labels.tolist()
    assert [int(row["prediction"]) for row in rows] == evaluation.predictions.tolist()
    scores = scores_of(rows)
    np.testing.assert_allclose(scores, evaluation.scores, rtol=0, atol=1e-5)
    assert scores.argmax(axis=1).tolist() == evaluation.predictions.tolist()
    second, highest = np.sort(scores)[:, -2:].T
    margins = [float(row["margin"]) for row in rows]
    np.testing.assert_allclose(margins, highest - second, rtol=0, atol=1e-11)


def scores_of(rows):
    return np.array([[float(row[f"score_{digit}"]) for digit in range(10)] for row in rows])


@pytest.mark.parametrize("shift", [0, -20])
def test_scores_in_csv_are_those_of_f_to_eleven_digits(
    tmp_path: Path, joined: Split, shift: float
) -> None:
    network = load_parameters()
    W1, B1, W2, B2 = network = network._replace(B2=network.B2 + shift)
    test = Split("test", joined.images[3000:3600], joined.labels[3000:3600])
    *_, evaluation = evaluate(test, network)
    list(write_csv(tmp_path / "a.csv", test, evaluation))
    with (tmp_path / "a.csv").open(newline="") as file:
        rows = list(csv.DictReader(file))
    for index in range(0, 600, 7):
        wanted = f(test.image(index).astype(float), W1, W2, B1, B2)[:, 0]
        np.testing.assert_allclose(scores_of(rows)[index], wanted, rtol=1e-11)
    if not shift:
        assert float(rows[0]["score_6"]) == pytest.approx(3.1767e-07, abs=5e-12)


def test_scores_without_their_network_are_written_as_they_are(tmp_path: Path) -> None:
    labels, scores = np.zeros(2, np.uint8), np.full((2, 10), 0.1, np.float32)
    split = Split("test", np.zeros((2, 28, 28), np.uint8), labels)
    list(write_csv(tmp_path / "a.csv", split, Evaluation("test", 2, labels, scores, labels)))
    with (tmp_path / "a.csv").open(newline="") as file:
        assert np.array_equal(scores_of(csv.DictReader(file)).astype(np.float32), scores)


def test_csv_quotes_a_name_with_a_comma(tmp_path: Path, evaluation: Evaluation) -> None:
    split = Split('my "100 %", digits', np.zeros((10, 28, 28), np.uint8), evaluation.labels[:10])
    list(write_csv(tmp_path / "a.csv", split, evaluation.part(split.name, 0, 10)))
    with (tmp_path / "a.csv").open(newline="") as file:
        assert {row["split"] for row in csv.DictReader(file)} == {split.name}


def test_a_cancelled_csv_leaves_the_old_file_and_nothing_else(
    tmp_path: Path, joined: Split, evaluation: Evaluation
) -> None:
    path = tmp_path / "predictions.csv"
    path.write_text("old")
    writing = write_csv(path, joined, evaluation)
    next(writing)
    writing.close()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_write_names_the_file_and_leaves_it(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    path.write_text("old")

    def fill_the_disk() -> None:
        with replacing(path) as file:
            file.write(b"half")
            raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match=r"No space.*results\.json"):
        fill_the_disk()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_is_not_replaced(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="not a file that can be replaced"), replacing(tmp_path):
        pass


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    target, link = tmp_path / "target", tmp_path / "link"
    target.write_text("old")
    try:
        link.symlink_to(target)
    except OSError:
        pytest.skip("links need a right that this account lacks")
    with replacing(link) as file:
        file.write(b"new")
    assert link.is_symlink()
    assert target.read_text() == "new"


def test_json_tells_the_figures_of_each_split(evaluation: Evaluation, joined: Split) -> None:
    document = json.loads(results_json("my.npz", [*evaluation.parts(joined), evaluation]))
    assert document["network"] == "my.npz"
    validation, test, both = document["splits"]
    assert [part["split"] for part in document["splits"]] == ["validation", "test", "all"]
    assert both["errors"] == validation["errors"] + test["errors"]
    assert both["accuracy"] == (6000 - both["errors"]) / 6000
    assert both["accuracy_95"][0] < both["accuracy"] < both["accuracy_95"][1]
    assert np.array_equal(both["confusion"], evaluation.confusion)
    assert sum(digit["count"] for digit in both["per_digit"]) == 6000
    assert "accuracy_without_label_errors" in test
    assert "accuracy_without_label_errors" not in validation


def test_json_of_nothing_says_null_where_there_is_no_number(evaluation: Evaluation) -> None:
    (nothing,) = json.loads(results_json("my.npz", [evaluation.part("test", 0, 0)]))["splits"]
    assert nothing["accuracy"] is None
    assert nothing["per_digit"][0]["precision"] is None
