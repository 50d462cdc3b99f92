"""What a training run keeps of what happened."""

from typing import NamedTuple

import numpy as np

from mnist_desktop.model.network import Parameters


class Epoch(NamedTuple):
    """How the network did after an epoch; the first one is epoch 0, before any step.

    Attributes
    ----------
    number : int
        Epochs done.
    rate, regularisation : float
        η and λ of the next step.
    training_cost, validation_cost : float
        Mean cost of an image, with the regularisation of the training images.
    training_accuracy, validation_accuracy : float
        Share of right predictions, from 0 to 1.
    """

    number: int
    rate: float
    regularisation: float
    training_cost: float
    training_accuracy: float
    validation_cost: float
    validation_accuracy: float


class Change(NamedTuple):
    """A setting that was changed while the run went on, after so many steps."""

    step: int
    name: str
    value: float


class Snapshot(NamedTuple):
    """The network after so many steps, in float32."""

    step: int
    parameters: Parameters


def as_float64(parameters: Parameters) -> Parameters:
    """Return parameters as the rest of the program takes them.

    Parameters
    ----------
    parameters : Parameters
        In any precision.

    Returns
    -------
    W1, B1, W2, B2 : Parameters
        Copied, in float64.
    """
    return Parameters(*(array.astype(np.float64) for array in parameters))
