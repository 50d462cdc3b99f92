"""The arrows between the rooms run one way: see ARCHITECTURE.md."""

import ast
import subprocess
import sys
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "mnist_desktop"

# What a room may import, of ours and of others; "" is the version in __init__.py.
ROOMS = {
    "model": {"model", "numpy", "threadpoolctl"},
    "plots": {"plots", "model", "numpy", "matplotlib"},
    "session": {"session", "model", "numpy"},
    "ui": {"ui", "session", "plots", "model", "", "numpy", "matplotlib", "PySide6"},
    "cli": {"cli_train", "cli_terminal", "session", "model", "ui"},  # Qt reads the pictures
    "cli_train": {"cli_terminal", "model"},
    "cli_terminal": set(),
    "app": {"ui", "session", "cli", "model", ""},
    "__main__": {"app"},
    "__init__": {"plots", "model"},
}


#: The rooms of the window, each standing on those before it.
WINDOW = ("base", "pictures", "work", "gallery", "files", "stages", "window")


def imported(path):
    """Every module that a file imports, wherever in it, and what it takes from them."""
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (f"{'.' * node.level}{node.module}.{alias.name}" for alias in node.names)


ARROWS = [
    (".".join(path.relative_to(PACKAGE).with_suffix("").parts), module)
    for path in sorted(PACKAGE.rglob("*.py"))
    for module in imported(path)
]


def room(module):
    """The room of a module of ours, or the package of others."""
    first, second, *_ = [*module.split("."), ""]
    if first != "mnist_desktop":
        return first
    is_module = (PACKAGE / second).is_dir() or (PACKAGE / f"{second}.py").exists()
    return second if is_module else ""


def test_arrows_run_one_way():
    strays = [
        f"{source} -> {target}"
        for source, target in ARROWS
        if room(target) not in sys.stdlib_module_names
        and room(target) not in ROOMS[source.partition(".")[0]]
    ]
    assert strays == []


def test_the_rooms_of_the_window_stand_on_each_other():
    strays = []
    for source, target in ARROWS:
        here, there = source.split("."), target.split(".")
        if here[0] == "ui" and there[:2] == ["mnist_desktop", "ui"]:
            allowed = WINDOW[: WINDOW.index(here[1]) + 1]
            strays += [f"{source} -> {target}"] if there[2] not in allowed else []
    assert strays == []


def test_pyplot_is_nowhere():
    # It keeps every figure alive, and takes 0.3 s to import.
    assert [arrow for arrow in ARROWS if {"pyplot", "pylab"} & set(arrow[1].split("."))] == []


def test_plots_know_no_canvas_of_qt():
    assert [arrow for arrow in ARROWS if arrow[0].startswith("plots") and "_qt" in arrow[1]] == []


@pytest.mark.parametrize(
    ("whole", "user"), [("main_window", "ui.window.program"), ("program", "app")]
)
def test_nobody_else_imports_what_puts_the_parts_together(whole, user):
    users = {source for source, target in ARROWS if f".ui.window.{whole}." in target}
    assert users == {user}


def test_window_has_no_threads_but_those_of_jobs():
    threads = {"QThread", "QThreadPool", "QRunnable", "Thread", "Timer", "concurrent"}
    starters = {
        source
        for source, target in ARROWS
        if source.startswith("ui") and threads & set(target.split("."))
    }
    for path in PACKAGE.glob("ui/**/*.py"):
        if "threading.Thread(" in path.read_text(encoding="utf-8"):
            starters.add(f"ui.{path.parent.name}.{path.stem}")
    assert starters == {"ui.work.jobs"}


def modules_after(code):
    code = f"{code}; import sys; print(*{{name.partition('.')[0] for name in sys.modules}})"
    ended = subprocess.run(
        [sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=True
    )
    return set(ended.stdout.split()) & {"numpy", "PySide6", "shiboken6", "matplotlib"}


SESSION = [f"mnist_desktop.session.{path.stem}" for path in PACKAGE.glob("session/*.py")]


@pytest.mark.parametrize("module", ["mnist_desktop", "mnist_desktop.cli", ", ".join(SESSION)])
def test_numbers_come_without_qt_and_matplotlib(module):
    assert modules_after(f"import {module}") == {"numpy"}


def test_the_plots_of_the_package_come_when_asked_for_and_bring_no_qt():
    code = "from mnist_desktop import plot_image, plot_images"
    assert modules_after(code) == {"numpy", "matplotlib"}
