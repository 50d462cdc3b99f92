"""What each cell of the gallery carries, as the state says."""

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.evaluation import Evaluation
from mnist_desktop.model.label_errors import label_errors
from mnist_desktop.model.selection import Indices
from mnist_desktop.session.state import State
from mnist_desktop.ui.gallery.painting import DOUBT, LABEL, STAR, WRONG, Cells


def cells_of(state: State, rows: Indices) -> Cells:
    """Return the cells of some images of the current split.

    Parameters
    ----------
    state : State
        With the split loaded.
    rows : ndarray of shape (n,), intp
        Indices of the images.
    """
    images = state.split
    assert images is not None
    starred = [place for star in state.library.marks.starred for place in images.places(*star)]
    badges = {
        STAR: _where(np.isin(rows, starred)),
        DOUBT: _where(np.isin(rows, label_errors(images))),
    }
    if state.gallery.labels:
        badges[LABEL] = images.labels[rows].astype(np.intp)
    if state.evaluation is not None:
        badges[WRONG] = _wrong_predictions(state.evaluation, rows)
    return Cells(images.images[rows], badges)


def _where(marked: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return badge 0 where marked, and no badge elsewhere."""
    return marked.astype(np.intp) - 1


def _wrong_predictions(evaluation: Evaluation, rows: Indices) -> NDArray[np.intp]:
    """Return the prediction where it is wrong, and no badge where it is right or not known."""
    wrong = np.full(len(rows), -1, np.intp)
    known = np.flatnonzero(rows < len(evaluation))
    known = known[evaluation.wrong[rows[known]]]
    wrong[known] = evaluation.predictions[rows[known]]
    return wrong
