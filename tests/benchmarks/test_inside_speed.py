"""How quickly the stage Inside follows. Run with -s to see the figures."""

import time
from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from mnist_desktop.model.activations import hidden_layer
from mnist_desktop.model.hidden import unit_inputs
from mnist_desktop.model.network import Parameters
from mnist_desktop.session.changes import ShowSplit, ShowStage, UseNetwork
from mnist_desktop.session.state import Network
from tests.driving import dress

from .clock import median_ms, report

pytestmark = pytest.mark.benchmark
STEP = {30: 33, 100: 50, 800: 100}  # ms, by hidden units
PAGES = ("network", "unit", "biography", "output", "versus", "lesson")
ARRAYS = ("x", "W1", "z1", "a1", "W2", "z2", "a2")


def random_network(hidden):
    draw = np.random.default_rng(0).normal
    shapes = ((hidden, 784), (hidden, 1), (10, hidden), (10, 1))
    return Network(f"random-{hidden}", Parameters(*(draw(scale=0.1, size=s) for s in shapes)))


@pytest.fixture
def stage(program):
    program.store.apply(ShowStage("inside"))
    QApplication.processEvents()
    yield program.window.stages.currentWidget()
    QApplication.processEvents()


@pytest.mark.parametrize("hidden", STEP)
@pytest.mark.parametrize("roomy", [False, True])
def test_every_page_follows_the_arrow_keys(program, stage, hidden, roomy):
    shipped = {
        network.parameters.hidden: network for network in program.store.state.library.networks
    }
    network = shipped.get(hidden) or random_network(hidden)
    program.store.apply(UseNetwork(network))
    dress(program, enlarged=roomy)
    gallery = program.window.gallery
    times = {}

    def step():
        QTest.keyClick(gallery, Qt.Key.Key_Right)
        QApplication.processEvents()

    looks = [{"page": page} for page in PAGES]
    looks += [{"page": "array", "symbol": symbol} for symbol in ARRAYS]
    looks += [{"page": "network", "order": "contribution"}]
    for look in looks:
        stage.look(replace(stage.view, **look))
        QApplication.processEvents()
        times[" ".join(look.values())] = median_ms(step, repeats=7)
    slowest = max(times, key=times.get)
    middle = float(np.median(list(times.values())))
    where = "wide" if roomy else "usual"
    print(f"H = {hidden}, {where}: {middle:.1f} ms on the middle page, slowest {slowest}")
    report(f"H = {hidden}, {where}: step on the slowest page", times[slowest], STEP[hidden])


def test_switching_a_unit_shows_at_once(stage):
    stage.switch(5)
    QApplication.processEvents()
    report("switch a unit", median_ms(lambda: (stage.switch(3), QApplication.processEvents())), 33)


@pytest.mark.usefixtures("stage")
def test_order_of_50_000_images_by_a_unit(program):
    program.store.apply(ShowSplit("training"))
    QApplication.processEvents()
    times, longest = [], 0.0
    for unit in range(9):
        begun = last = time.perf_counter()
        before = program.store.state.gallery.ranking
        program.commands.order_by_unit(unit)
        while program.store.state.gallery.ranking is before:
            QApplication.processEvents()
            now = time.perf_counter()
            longest, last = max(longest, now - last), now
        QApplication.processEvents()
        times.append(1000 * (time.perf_counter() - begun))
    report("order 50,000 by a unit", float(np.median(times)), 150)
    report("longest work on the GUI thread", 1000 * longest, 100)


@pytest.mark.parametrize("place", [0, 1])
def test_accuracy_of_10_000_images_with_a_unit_off(program, digits, place):
    parameters = program.store.state.library.networks[place].parameters
    *_, layer = hidden_layer(digits.splits["test"], parameters)
    units = iter(range(10_000))
    took = median_ms(lambda: layer.accuracy(parameters, {next(units) % parameters.hidden}))
    report(f"accuracy with a unit off, H = {parameters.hidden}", took, 100)


def test_a_unit_on_50_000_images_costs_less_than_the_whole_layer(program, digits):
    # In one run, since other work disturbs both: the same wish by the whole hidden layer.
    split = digits.splits["training"]
    parameters = program.store.state.library.networks[1].parameters
    one = median_ms(lambda: unit_inputs(split, parameters, 3), repeats=3)
    layer = median_ms(lambda: list(hidden_layer(split, parameters)), repeats=1)
    print(f"one unit of 100 on 50,000 images: {one:.1f} ms, all: {layer:.0f} ms")
    assert one < layer / 4
