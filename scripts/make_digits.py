"""Make resources/mnist/digits.npz from the four canonical IDX files of MNIST.

Run as ``python scripts/make_digits.py FOLDER``, where FOLDER holds
train-images-idx3-ubyte.gz and its three siblings.
"""

import gzip
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from mnist_desktop.model.data import DIGITS_FILE


def read_idx(path: Path) -> NDArray[np.uint8]:
    """Return the array of a gzipped IDX file of bytes."""
    raw = gzip.decompress(path.read_bytes())
    dimensions = raw[3]
    shape = np.frombuffer(raw, ">u4", dimensions, offset=4)
    return np.frombuffer(raw, np.uint8, offset=4 + 4 * dimensions).reshape(shape)


def main() -> None:
    """Write the resource: two members a split, compressed, the pixels untouched."""
    folder = Path(sys.argv[1])
    images, labels, test_images, test_labels = (
        read_idx(folder / f"{name}-ubyte.gz")
        for name in (
            "train-images-idx3",
            "train-labels-idx1",
            "t10k-images-idx3",
            "t10k-labels-idx1",
        )
    )
    DIGITS_FILE.parent.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(
        DIGITS_FILE,
        training_images=images[:50_000],
        training_labels=labels[:50_000],
        validation_images=images[50_000:],
        validation_labels=labels[50_000:],
        test_images=test_images,
        test_labels=test_labels,
    )
    print(f"{DIGITS_FILE.name}: {DIGITS_FILE.stat().st_size:,} bytes")


if __name__ == "__main__":
    main()
