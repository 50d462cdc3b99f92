"""How much the images of a split look like one image, to the eye or to the hidden units."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import PIXEL_SCALE, Split
from mnist_desktop.model.network import Parameters, sigmoid
from mnist_desktop.model.threads import one_blas_thread

_ROWS = 1024  # images converted to float32 at a time: 3 MB
_THREADS = 2


def distances(
    split: Split, image: NDArray[np.uint8], parameters: Parameters | None = None
) -> NDArray[np.float32]:
    """Return the squared Euclidean distance of every image of a split to one image.

    Parameters
    ----------
    split : Split
        The images to compare.
    image : ndarray of 784 bytes, any shape
        What to compare them with.
    parameters : Parameters, optional
        With a network, its hidden activations are compared; without, the pixels.

    Returns
    -------
    ndarray of shape (N,), float32
        0 for the image itself.
    """
    features = _hidden(parameters) if parameters is not None else _pixels
    target = features(image.reshape(1, 784))
    result = np.empty(len(split), np.float32)
    flat = split.images.reshape(len(split), 784)

    def work(start: int) -> None:
        rows = slice(start, start + _ROWS)
        difference = features(flat[rows]) - target
        result[rows] = np.einsum("ij,ij->i", difference, difference)

    with one_blas_thread(), ThreadPoolExecutor(_THREADS) as pool:
        for _ in pool.map(work, range(0, len(split), _ROWS)):
            pass
    return result


def _pixels(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    values: NDArray[np.float32] = images * PIXEL_SCALE
    return values


def _hidden(parameters: Parameters) -> Callable[[NDArray[np.uint8]], NDArray[np.float32]]:
    W1 = parameters.W1.T.astype(np.float32) * PIXEL_SCALE
    B1 = parameters.B1.T.astype(np.float32)
    return lambda images: sigmoid(images.astype(np.float32) @ W1 + B1)
