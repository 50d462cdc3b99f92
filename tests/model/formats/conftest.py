import runpy
from pathlib import Path

import numpy as np
import pytest

from mnist_desktop import FileFormatError, load_parameters, open_file
from mnist_desktop.model.data import load_digits
from mnist_desktop.model.errors import Refused

SCRIPT = Path(__file__).parents[3] / "scripts" / "fuzz_formats.py"


@pytest.fixture(scope="session")
def fuzzer():
    """What scripts/fuzz_formats.py defines, by name."""
    return runpy.run_path(str(SCRIPT))


@pytest.fixture(scope="session")
def digits():
    *_, whole = load_digits()
    return whole


@pytest.fixture(scope="session")
def shipped():
    return load_parameters()


@pytest.fixture(scope="session")
def network():
    """Parameters of a network with three hidden units, which no two arrays share a shape in."""
    rng = np.random.default_rng(0)
    return [rng.normal(size=shape) for shape in ((3, 784), (3, 1), (10, 3), (10, 1))]


@pytest.fixture
def opened(tmp_path):
    """Write a file and open it."""

    def write_and_open(name, content):
        path = tmp_path / name
        path.write_bytes(content)
        return open_file(path)

    return write_and_open


@pytest.fixture
def refusal(opened):
    """Write a file that cannot be used, and return the line that says so."""

    def write_and_open(name, content):
        with pytest.raises(FileFormatError) as caught:
            opened(name, content)
        line = str(caught.value)
        assert isinstance(caught.value.__cause__, Refused), "nobody foresaw this"
        assert line.startswith(f"{name}: ")
        assert len(line) <= 300
        assert line.isprintable()
        return line

    return write_and_open
