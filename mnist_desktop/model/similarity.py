"""How much the images of a split look like one image, to the eye or to the hidden units."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import PIXEL_SCALE, Split
from mnist_desktop.model.network import Parameters, sigmoid
from mnist_desktop.model.threads import one_blas_thread

_ROWS = 1024  # images converted to float32 at a time: 3 MB
_AT_ONCE = 1 << 20  # hidden activations worked out at a time
_THREADS = 2


def distances(
    split: Split, image: NDArray[np.uint8], parameters: Parameters | None = None
) -> Iterator[NDArray[np.float32]]:
    """Work out the squared Euclidean distance of every image of a split to one image.

    Parameters
    ----------
    split : Split
        The images to compare.
    image : ndarray of 784 bytes, any shape
        What to compare them with.
    parameters : Parameters, optional
        With a network, its hidden activations are compared; without, the pixels.

    Yields
    ------
    ndarray of shape (n,), float32
        That of the first n images, 0 for the image itself; the last one is whole.
    """
    features = _hidden(parameters) if parameters is not None else _pixels
    target = features(image.reshape(1, 784))
    result = np.empty(len(split), np.float32)
    flat = split.images.reshape(len(split), 784)
    span = max(min(_ROWS, _AT_ONCE // target.size), 1)

    def work(start: int) -> int:
        rows = slice(start, start + span)
        difference = features(flat[rows]) - target
        result[rows] = np.einsum("ij,ij->i", difference, difference)
        return min(start + span, len(split))

    with one_blas_thread(), ThreadPoolExecutor(_THREADS) as pool:
        try:
            for done in pool.map(work, range(0, max(len(split), 1), span)):
                yield result[:done]
        finally:
            pool.shutdown(cancel_futures=True)


def _pixels(images: NDArray[np.uint8]) -> NDArray[np.float32]:
    values: NDArray[np.float32] = images * PIXEL_SCALE
    return values


def _hidden(parameters: Parameters) -> Callable[[NDArray[np.uint8]], NDArray[np.float32]]:
    W1 = parameters.W1.T.astype(np.float32) * PIXEL_SCALE
    B1 = parameters.B1.T.astype(np.float32)
    return lambda images: sigmoid(images.astype(np.float32) @ W1 + B1)
