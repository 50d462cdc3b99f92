"""MNIST Desktop: the MNIST digits and a two-layer sigmoid network, to see and to click.

The functions of the lecture, for a notebook::

    from mnist_desktop import load_data_wrapper, load_parameters, predict

    training_data, validation_data, test_data = load_data_wrapper()
    W1, B1, W2, B2 = load_parameters()
    predict(test_data[0:10], W1, W2, B1, B2)

A network of one's own::

    from mnist_desktop import TrainingSettings, train

    for progress in train(training_data.split, TrainingSettings(epochs=1)):
        ...
    W1, B1, W2, B2 = progress.parameters
"""

from importlib import import_module
from typing import TYPE_CHECKING, Any

from mnist_desktop.model.data import Split, load_data_wrapper
from mnist_desktop.model.errors import FileFormatError
from mnist_desktop.model.evaluation import Evaluation, evaluate
from mnist_desktop.model.network import Parameters, f, predict, sigmoid
from mnist_desktop.model.training import (
    CROSS_ENTROPY,
    QUADRATIC,
    Progress,
    TrainingSettings,
    backprop,
    initial_parameters,
    train,
)

if TYPE_CHECKING:
    from mnist_desktop.model.formats import load_parameters, open_file
    from mnist_desktop.plots.digits import plot_image, plot_images

__version__ = "0.1.0"

__all__ = [
    "CROSS_ENTROPY",
    "QUADRATIC",
    "Evaluation",
    "FileFormatError",
    "Parameters",
    "Progress",
    "Split",
    "TrainingSettings",
    "backprop",
    "evaluate",
    "f",
    "initial_parameters",
    "load_data_wrapper",
    "load_parameters",
    "open_file",
    "plot_image",
    "plot_images",
    "predict",
    "sigmoid",
    "train",
]


# These come when they are asked for, so that the window is there at once:
# matplotlib takes half a second to import, and the readers of files have their weight.
_LATER = {
    "load_parameters": "mnist_desktop.model.formats",
    "open_file": "mnist_desktop.model.formats",
    "plot_image": "mnist_desktop.plots.digits",
    "plot_images": "mnist_desktop.plots.digits",
}


def __getattr__(name: str) -> Any:
    if name in _LATER:
        return getattr(import_module(_LATER[name]), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
