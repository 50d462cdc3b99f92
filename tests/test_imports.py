"""The arrows of the architecture: main -> app -> ui -> plots -> model, none the other way."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "mnist_desktop"
FILES = sorted(PACKAGE.rglob("*.py"))

# What a room may import of ours, and which of the two large libraries.
ROOMS = {
    "model": ({"model"}, set()),
    "plots": ({"model", "plots"}, {"matplotlib"}),
    "ui": ({"model", "plots", "ui"}, {"PySide6", "matplotlib"}),
    "cli.py": ({"model"}, set()),
}
LARGE = {"PySide6", "matplotlib"}


def room(path):
    return path.relative_to(PACKAGE).parts[0]


def imports(path):
    """Every module that a file imports, at its top or inside a function."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path.name} imports relatively"
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


@pytest.mark.parametrize("name", ROOMS)
def test_no_arrow_runs_the_wrong_way(name):
    ours, large = ROOMS[name]
    wrong = []
    for path in (path for path in FILES if room(path) == name):
        for module in imports(path):
            top, *inner = module.split(".")
            if top == "mnist_desktop" and inner and inner[0] not in ours | {"__version__"}:
                wrong.append(f"{path.relative_to(PACKAGE)}: {module}")
            if top in LARGE - large:
                wrong.append(f"{path.relative_to(PACKAGE)}: {module}")
    assert wrong == []


def test_every_room_is_looked_at():
    outside = {room(path) for path in FILES} - set(ROOMS)
    assert outside == {"__init__.py", "__main__.py", "app.py"}


def test_nothing_but_the_program_imports_the_program():
    users = [path.name for path in FILES if "mnist_desktop.app" in imports(path)]
    assert users == ["__main__.py"]


def test_pyplot_is_never_imported():
    assert [path for path in FILES if "matplotlib.pyplot" in imports(path)] == []


def modules_after(code):
    ended = subprocess.run(
        [sys.executable, "-c", f"{code}; import sys; print(*sys.modules)"],
        cwd=PACKAGE.parent,
        capture_output=True,
        text=True,
        check=True,
    )
    return {name.split(".")[0] for name in ended.stdout.split()}


MODEL = [
    ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts)
    for path in FILES
    if room(path) == "model"
]


@pytest.mark.parametrize(
    "code",
    ["import mnist_desktop", "import mnist_desktop.cli", "import " + ", ".join(MODEL)],
    ids=["package", "cli", "model"],
)
def test_numbers_need_neither_qt_nor_matplotlib(code):
    assert modules_after(code) & LARGE == set()


def test_the_plots_of_the_package_come_when_asked_for_and_bring_no_qt():
    modules = modules_after("from mnist_desktop import plot_image, plot_images")
    assert modules & LARGE == {"matplotlib"}
