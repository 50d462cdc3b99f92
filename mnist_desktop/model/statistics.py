"""What follows from an evaluation: how sure the figures are, and where the network errs."""

import math
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.label_errors import LABEL_ERRORS

Floats = NDArray[np.float64]
_Z = 1.959964  # half of a normal distribution's middle 95 %, in standard deviations


@dataclass(frozen=True, eq=False)
class PerDigit:
    """Figures for each class; not a number where there is nothing to divide by.

    Attributes
    ----------
    counts : ndarray of shape (classes,), integer
        Images with this label.
    precision : ndarray of shape (classes,)
        Of the images read as this digit, the share that is labelled so.
    recall : ndarray of shape (classes,)
        Of the images with this label, the share that is read so.
    f1 : ndarray of shape (classes,)
        The harmonic mean of the two, 2 p r / (p + r).
    """

    counts: NDArray[np.int64]
    precision: Floats
    recall: Floats
    f1: Floats


@dataclass(frozen=True, eq=False)
class Curve:
    """A curve over bins or thresholds; not a number where there is nothing to divide by.

    Attributes
    ----------
    at : ndarray of shape (bins,)
        Mean top score of a bin, or the threshold.
    accuracies : ndarray of shape (bins,)
        Share of right predictions.
    counts : ndarray of shape (bins,), integer
        Number of images.
    """

    at: Floats
    accuracies: Floats
    counts: NDArray[np.int64]


def per_digit(evaluation: Evaluation) -> PerDigit:
    """Return precision, recall and F1 of each class.

    Parameters
    ----------
    evaluation : Evaluation
        Perhaps of the first images only.

    Returns
    -------
    PerDigit
        Arrays of shape (10,).
    """
    confusion = evaluation.confusion
    right = np.diag(confusion)
    labelled, read = confusion.sum(axis=1), confusion.sum(axis=0)
    with np.errstate(invalid="ignore"):
        return PerDigit(labelled, right / read, right / labelled, 2 * right / (labelled + read))


def wilson_interval(right: int, count: int) -> tuple[float, float]:
    """Return the 95 % interval of a share of `right` in `count`.

    The interval of E. B. Wilson, "Probable Inference, the Law of Succession, and
    Statistical Inference", Journal of the American Statistical Association 22
    (1927); it stays within 0 and 1 and holds for shares near them.

    Parameters
    ----------
    right, count : int
        0 <= right <= count.

    Returns
    -------
    low, high : float
        From 0 to 1; 0 and 1 for a share in nothing.
    """
    if not count:
        return 0.0, 1.0
    share, z2 = right / count, _Z**2 / count
    middle = share + z2 / 2
    reach = math.sqrt(share * (1 - share) * z2 + z2**2 / 4)
    return max(0.0, (middle - reach) / (1 + z2)), min(1.0, (middle + reach) / (1 + z2))


def top2_accuracy(evaluation: Evaluation) -> float:
    """Return the share of images whose label has one of the two highest scores.

    Where scores are equal the lower digit is guessed first, as predict() does.

    Parameters
    ----------
    evaluation : Evaluation
        Perhaps of the first images only.

    Returns
    -------
    float
        From 0 to 1; not a number when nothing is evaluated.
    """
    count = len(evaluation)
    near = int(np.count_nonzero(evaluation.near_misses))
    return (count - evaluation.errors + near) / count if count else math.nan


def quadratic_cost(evaluation: Evaluation) -> float:
    """Return the cost of the course, C = 1/(2n) sum over n images of |y - a|^2.

    y is the one-hot label and a the ten scores (M. Nielsen, *Neural Networks
    and Deep Learning*, equation 6).

    Parameters
    ----------
    evaluation : Evaluation
        Perhaps of the first images only.

    Returns
    -------
    float
        From 0 to 5; not a number when nothing is evaluated.
    """
    if not len(evaluation):
        return math.nan
    difference = evaluation.scores.astype(np.float64)
    difference[np.arange(len(evaluation)), evaluation.labels] -= 1
    return float((difference**2).sum() / (2 * len(evaluation)))


def accuracy_without_label_errors(evaluation: Evaluation) -> float:
    """Return the accuracy on the test split without the images whose label is in doubt.

    Parameters
    ----------
    evaluation : Evaluation
        Of MNIST's test split, perhaps of the first images only.

    Returns
    -------
    float
        From 0 to 1; not a number when nothing is left.
    """
    kept = np.ones(len(evaluation), bool)
    kept[[index for index in LABEL_ERRORS if index < len(evaluation)]] = False
    return float((~evaluation.wrong[kept]).mean()) if kept.any() else math.nan


def reliability(evaluation: Evaluation, bins: int = 10) -> Curve:
    """Return how often the network is right, by its top score, in bins of equal width.

    Parameters
    ----------
    evaluation : Evaluation
        Perhaps of the first images only.
    bins : int, optional
        From 0 to 1; a score on the border of two counts for the upper one.

    Returns
    -------
    Curve
        Arrays of shape (bins,).
    """
    places = np.minimum((evaluation.top_scores * bins).astype(np.intp), bins - 1)
    counts = np.bincount(places, minlength=bins)
    scores = np.bincount(places, evaluation.top_scores, bins)
    right = np.bincount(places, ~evaluation.wrong, bins)
    with np.errstate(invalid="ignore"):
        return Curve(scores / counts, right / counts, counts)


def threshold_curve(evaluation: Evaluation, steps: int = 101) -> Curve:
    """Return how often the network is right where its margin reaches a threshold.

    Below the threshold it is taken to say "I do not know"; `counts` are the
    images that it still answers.

    Parameters
    ----------
    evaluation : Evaluation
        Perhaps of the first images only.
    steps : int, optional
        Thresholds, evenly spaced from 0 to 1.

    Returns
    -------
    Curve
        Arrays of shape (steps,).
    """
    thresholds = np.linspace(0, 1, steps)
    order = np.argsort(evaluation.margins)
    right = np.append(0, np.cumsum(~evaluation.wrong[order]))
    first = np.searchsorted(evaluation.margins[order], thresholds)
    counts = len(evaluation) - first
    with np.errstate(invalid="ignore"):
        return Curve(thresholds, (right[-1] - right[first]) / counts, counts)
