import csv
import json
from pathlib import Path

import numpy as np
import pytest

from mnist_desktop import Evaluation, evaluate, load_parameters
from mnist_desktop.model.data import Split, load_digits
from mnist_desktop.model.export import results_json, write_csv
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
    scores = np.array([[row[f"score_{d}"] for d in range(10)] for row in rows], np.float32)
    assert np.array_equal(scores, evaluation.scores)
    assert np.array_equal(np.array([row["margin"] for row in rows], np.float32), evaluation.margins)


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
    assert both["accuracy"] == pytest.approx(1 - both["errors"] / 6000)
    assert both["accuracy_95"][0] < both["accuracy"] < both["accuracy_95"][1]
    assert np.array_equal(both["confusion"], evaluation.confusion)
    assert sum(digit["count"] for digit in both["per_digit"]) == 6000
    assert "accuracy_without_label_errors" in test
    assert "accuracy_without_label_errors" not in validation


def test_json_of_nothing_says_null_where_there_is_no_number(evaluation: Evaluation) -> None:
    (nothing,) = json.loads(results_json("my.npz", [evaluation.part("test", 0, 0)]))["splits"]
    assert nothing["accuracy"] is None
    assert nothing["per_digit"][0]["precision"] is None
