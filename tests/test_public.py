"""What a notebook gets: every public name, types, and examples in docstrings that run."""

import doctest
import importlib
import inspect
from pathlib import Path

import pytest

import mnist_desktop

WITH_EXAMPLES = [
    "mnist_desktop.model.data",
    "mnist_desktop.model.formats.parameters",
    "mnist_desktop.model.message",
    "mnist_desktop.model.network",
    "mnist_desktop.model.training",
]
DOCUMENTED = [
    *WITH_EXAMPLES,
    "mnist_desktop.model.descent",
    "mnist_desktop.model.run_files",
    "mnist_desktop.model.run_records",
    "mnist_desktop.model.run_settings",
    "mnist_desktop.model.run_training",
    "mnist_desktop.model.runs",
]
LECTURE = ["f", "load_data_wrapper", "load_parameters", "predict", "sigmoid", "train"]


@pytest.mark.parametrize("name", WITH_EXAMPLES)
def test_examples_give_what_they_say(name):
    result = doctest.testmod(importlib.import_module(name), verbose=False)
    assert result.attempted > 0
    assert result.failed == 0


@pytest.mark.parametrize("name", LECTURE)
def test_the_functions_of_the_lecture_have_an_example(name):
    assert ">>> " in inspect.getdoc(getattr(mnist_desktop, name))


def test_every_public_name_is_there():
    assert all(hasattr(mnist_desktop, name) for name in mnist_desktop.__all__)
    assert sorted(set(mnist_desktop.__all__)) == sorted(mnist_desktop.__all__)
    assert {"train", "TrainingSettings"} <= set(mnist_desktop.__all__)


def test_type_checkers_of_users_find_the_types():
    assert (Path(mnist_desktop.__file__).parent / "py.typed").is_file()


def documented():
    for name in DOCUMENTED:
        module = importlib.import_module(name)
        for found in vars(module).values():
            private = getattr(found, "__name__", "_").startswith("_")
            if private or getattr(found, "__module__", None) != name:
                continue
            if inspect.isfunction(found):
                yield found
            elif inspect.isclass(found):
                yield from filter(inspect.isfunction, vars(found).values())


@pytest.mark.parametrize("function", list(documented()), ids=lambda f: f.__qualname__)
def test_public_functions_say_what_they_take(function):
    arguments = set(inspect.signature(function).parameters) - {"self"}
    if arguments and not function.__name__.startswith("_"):
        assert "Parameters\n----------" in inspect.getdoc(function)
