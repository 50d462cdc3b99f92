"""The stage Inside, as a teacher uses it: formula, pages, clicks, keys and switches."""

from dataclasses import replace

import numpy as np
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMessageBox

from mnist_desktop.model.data import Digits, Split
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.hidden import Ablation, order_by_unit
from mnist_desktop.model.network import Parameters, f
from mnist_desktop.session.changes import SelectImages, ShowQuery, ShowSplit, ShowStage, UseNetwork
from mnist_desktop.session.state import INSIDE_PAGES, Network
from mnist_desktop.ui.stages.inside.controls import read_vector
from tests.driving import NO_KEY, click, dress, without_network


@pytest.fixture
def stage(program):
    program.store.apply(ShowStage("inside"), SelectImages(8))
    QApplication.processEvents()
    return program.window.stages.currentWidget()


def ablation(program):
    """What is known of the accuracy without the units that are off."""
    state = program.store.state
    return state.known.find(Ablation, state.reading.network, state.split)


def random_network(hidden, scale):
    draw = np.random.default_rng(1).normal
    shapes = ((hidden, 784), (hidden, 1), (10, hidden), (10, 1))
    return Parameters(*(draw(scale=scale, size=shape) for shape in shapes))


def use(program, parameters):
    network = Network("made", parameters)
    program.store.apply(UseNetwork(network))
    QApplication.processEvents()


def drain(qtbot, program):
    """Wait until the worker has nothing to do, and see that no job has failed."""
    done = []
    program.jobs.start(iter([1]), done.append, lambda _: None)
    qtbot.waitUntil(lambda: bool(done))
    assert not [box for box in program.window.findChildren(QMessageBox) if box.isVisible()]


def spot(stage, kind, which):
    return next(s for s in stage.canvas.page.spots if (s.kind, s.which) == (kind, which))


def middle(stage, box):
    em = stage.canvas.width() / stage.canvas.page.width
    left, top, right, bottom = box
    return QPointF((left + right) / 2 * em, (top + bottom) / 2 * em).toPoint()


def click_spot(stage, kind, which, modifier=NO_KEY):
    click(stage.canvas, middle(stage, spot(stage, kind, which).box), modifier)


def words_on(page):
    texts = page.figure.findobj(lambda artist: hasattr(artist, "get_text"))
    return " ".join(text.get_text() for text in texts)


# The formula -----------------------------------------------------------------------------------


def test_the_formula_has_every_shape_with_the_real_number_of_units(program, stage):
    for network, hidden in zip(program.store.state.library.networks, (30, 100), strict=True):
        program.commands.use_network(network)
        shapes = {piece.token.opens: piece.token.shape for piece in stage.formula.pieces}
        shapes |= {p.token.opens: p.token.shape for p in stage.formula.pieces if p.token.shape}
        assert shapes["W1"] == f"({hidden}, 784)"
        assert shapes["z1"] == shapes["a1"] == shapes["B1"] == f"({hidden}, 1)"
        assert shapes["W2"] == f"(10, {hidden})"
        assert shapes["z2"] == shapes["a2"] == shapes["B2"] == "(10, 1)"
        assert shapes["x"] == "(784, 1)"


def test_every_symbol_opens_its_array_by_mouse_and_by_key(qtbot, stage):
    for piece in stage.formula.pieces:
        assert piece.accessibleName()
        assert piece.toolTip()
        stage.look(replace(stage.view, page="network"))
        qtbot.mouseClick(piece, Qt.MouseButton.LeftButton)
        by_mouse = stage.view
        stage.look(replace(stage.view, page="network"))
        qtbot.keyClick(piece, Qt.Key.Key_Space)
        assert stage.view == by_mouse
        opens = piece.token.opens
        page = {"sigmoid": "lesson", "prediction": "output"}.get(opens, "array")
        assert stage.view.page == page
        assert page != "array" or stage.view.symbol == opens


def test_the_formula_lies_inside_the_stage_at_every_size(program, stage):
    for scale in (1.0, 1.5):
        dress(program, scale=scale)
        for width in (640, 900, 1300):
            stage.formula.resize(width, stage.formula.height())
            for piece in stage.formula.pieces:
                assert stage.formula.rect().contains(piece.geometry()), (scale, width)


def test_tab_reaches_symbols_pages_and_picture(qtbot, program, stage):
    program.window.activateWindow()
    stage.formula.pieces[0].setFocus()
    reached = []
    for _ in range(60):
        reached.append(QApplication.focusWidget())
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    order = [*stage.formula.pieces, stage.tabs.bar, stage.controls["network"].order, stage.canvas]
    order += [program.window.status_line.zoom, program.window.gallery]
    places = [reached.index(widget) for widget in order]
    assert places == sorted(places)


# Following the selection -----------------------------------------------------------------------


@pytest.mark.parametrize("page", INSIDE_PAGES)
def test_the_page_follows_the_arrow_keys(qtbot, program, stage, page):
    stage.look(replace(stage.view, page=page))
    QApplication.processEvents()
    qtbot.keyClick(program.window.gallery, Qt.Key.Key_Right)
    state = program.store.state
    assert state.gallery.current == 9
    np.testing.assert_array_equal(stage.scene.insight.a2[:, 0], state.scores)
    assert stage.formula.pieces[-1].token.tex.count(str(state.scores.argmax())) >= 1


def test_bars_of_the_prediction_end_at_the_score_that_the_panel_shows(qtbot, program, stage):
    qtbot.mouseClick(stage.formula.pieces[-1], Qt.MouseButton.LeftButton)
    said = program.window.panel.bars.accessibleDescription()
    best = stage.scene.insight.prediction
    score = dict(part.split(": ") for part in said.split(", "))[str(best)]
    assert f"{stage.scene.insight.a2[best, 0]:.3f}" == score
    assert f"{stage.scene.insight.a2[best, 0]:.4f}" in words_on(stage.canvas.page)


def test_a_click_leaves_the_arrow_keys_with_the_gallery(qtbot, program, stage):
    program.window.activateWindow()
    program.window.gallery.setFocus()
    click_spot(stage, "unit", 4)
    assert stage.view.page == "unit"
    assert QApplication.focusWidget() is program.window.gallery


# Units and outputs -----------------------------------------------------------------------------


def test_a_click_on_a_unit_opens_it_and_a_click_on_a_bar_the_output(qtbot, stage):
    click_spot(stage, "unit", 17)
    assert (stage.view.page, stage.scene.unit) == ("unit", 17)
    insight = stage.scene.insight
    words = words_on(stage.canvas.page)
    assert f"{insight.a1[17, 0]:.4f}" in words
    click_spot(stage, "output", 3)
    assert (stage.view.page, stage.scene.output) == ("output", 3)
    k = next(s.which for s in stage.canvas.page.spots if s.kind == "unit")
    click_spot(stage, "unit", k)
    assert (stage.view.page, stage.scene.unit) == ("unit", k)


def test_keys_go_from_unit_to_unit_open_and_switch(qtbot, program, stage):
    stage.canvas.setFocus()
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Right, Qt.Key.Key_Left):
        qtbot.keyClick(stage.canvas, key)
    assert stage.canvas.focused_spot()[:2] == ("unit", 1)
    assert stage.canvas.accessibleDescription().startswith("Unit 1:")
    qtbot.keyClick(stage.canvas, Qt.Key.Key_Space)
    assert program.store.state.reading.units_off == {1}
    qtbot.keyClick(stage.canvas, Qt.Key.Key_Return)
    assert (stage.view.page, stage.scene.unit) == ("unit", 1)


def test_images_of_a_unit_are_those_that_activate_it_most_and_least(qtbot, program, stage, digits):
    stage.look(replace(stage.view, page="biography", unit=5))
    qtbot.waitUntil(lambda: stage.scene.most is not None)
    test, parameters = digits.splits["test"], program.store.state.reading.network.parameters
    order = order_by_unit(test, parameters, 5)
    np.testing.assert_array_equal(stage.scene.most, test.images[order[:24]])
    np.testing.assert_array_equal(stage.scene.least, test.images[order[::-1][:24]])
    click_spot(stage, "least", 2)
    assert program.store.state.gallery.current == order[-3]


def test_the_gallery_can_be_ordered_by_a_unit(qtbot, program, stage, digits):
    stage.look(replace(stage.view, page="unit", unit=5))
    qtbot.mouseClick(stage.controls["unit"].order, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: program.store.state.gallery.query.order == "ranking")
    state = program.store.state
    order = order_by_unit(digits.splits["test"], state.reading.network.parameters, 5)
    np.testing.assert_array_equal(state.gallery.shown, order)


def test_two_digits_are_the_two_highest_scores_until_others_are_chosen(qtbot, stage):
    stage.look(replace(stage.view, page="versus"))
    scores = stage.scene.insight.a2[:, 0]
    assert list(stage.scene.pair) == scores.argsort()[::-1][:2].tolist()
    stage.look(replace(stage.view, one=7, other=9))
    assert stage.scene.pair == (7, 9)
    qtbot.mouseClick(stage.controls["versus"].swap, Qt.MouseButton.LeftButton)
    assert stage.scene.pair == (9, 7)
    stage.look(replace(stage.view, one=4, other=4))
    assert stage.scene.pair[0] != stage.scene.pair[1]


# Units that are off ----------------------------------------------------------------------------


def test_a_switch_sets_an_activation_to_0_and_everything_says_so(qtbot, program, stage, digits):
    W1, B1, W2, B2 = program.store.state.reading.network.parameters
    kept = [array.copy() for array in (W1, B1, W2, B2)]
    click_spot(stage, "switch", 6)
    click_spot(stage, "unit", 2, Qt.KeyboardModifier.ControlModifier)
    state = program.store.state
    assert state.reading.units_off == {2, 6}
    without = W2.copy()
    without[:, [2, 6]] = 0
    np.testing.assert_allclose(state.scores, f(state.subject.x, W1, without, B1, B2)[:, 0])
    assert "2 hidden units" in program.window.panel.note.text()
    qtbot.waitUntil(lambda: ablation(program) is not None)
    *_, wanted = evaluate(digits.splits["test"], Parameters(W1, B1, without, B2))
    *_, whole = evaluate(digits.splits["test"], Parameters(W1, B1, W2, B2))
    assert ablation(program).without == pytest.approx(wanted.accuracy, abs=1e-12)
    assert ablation(program).whole == pytest.approx(whole.accuracy, abs=1e-12)
    said = stage.line.words.toolTip()
    assert f"{wanted.accuracy:.2%}" in said
    assert f"{whole.accuracy:.2%}" in said
    for before, after in zip(kept, state.reading.network.parameters, strict=True):
        np.testing.assert_array_equal(before, after)
    qtbot.mouseClick(stage.line.all_on, Qt.MouseButton.LeftButton)
    assert program.store.state.reading.units_off == frozenset()
    np.testing.assert_array_equal(
        program.store.state.scores, f(state.subject.x, W1, W2, B1, B2)[:, 0]
    )


def test_switching_moves_nothing_under_the_pointer(qtbot, stage):
    before = stage.canvas.geometry()
    click_spot(stage, "switch", 6)
    QApplication.processEvents()
    assert stage.canvas.geometry() == before


def test_another_network_has_all_its_units_on(program, stage):
    stage.switch(3)
    program.commands.use_network(program.store.state.library.networks[1])
    assert program.store.state.reading.units_off == frozenset()


def test_accuracy_follows_the_split(qtbot, program, stage):
    stage.switch(3)
    qtbot.waitUntil(lambda: ablation(program) is not None)
    program.store.apply(ShowSplit("validation"))
    qtbot.waitUntil(
        lambda: ablation(program) is not None and ablation(program).layer.split.name == "validation"
    )
    assert "Validation" in stage.line.words.toolTip()


def test_no_accuracy_on_a_split_without_images(qtbot, program, stage):
    stage.switch(3)
    qtbot.waitUntil(lambda: ablation(program) is not None)
    program.store.apply(ShowSplit("my digits"))
    assert stage.line.words.toolTip() == "Off: 3."
    drain(qtbot, program)


def test_no_accuracy_where_labels_stand_for_other_classes_than_the_outputs(
    qtbot, program, stage, digits
):
    test = digits.splits["test"]
    letters = Split("test", test.images[:26], np.arange(26, dtype=np.uint8))
    names = tuple("abcdefghijklmnopqrstuvwxyz")
    program.commands.use_digits(Digits({"test": letters, "all": letters}, "Letters", names))
    stage.switch(3)
    assert stage.line.words.toolTip() == "Off: 3."
    drain(qtbot, program)


def test_accuracy_of_a_wide_network_is_that_of_the_first_images(qtbot, program, stage, monkeypatch):
    monkeypatch.setattr("mnist_desktop.model.activations._MOST", 30 * 3000)
    stage.switch(3)
    qtbot.waitUntil(lambda: ablation(program) is not None)
    assert "Test, first 3,000: " in stage.line.words.toolTip()


# What is under the pointer ---------------------------------------------------------------------


def test_the_pixel_under_the_pointer_is_read_out(qtbot, program, stage):
    stage.look(replace(stage.view, page="unit", unit=9))
    QApplication.processEvents()
    picture = next(p for p in stage.canvas.page.pictures if p.kind == "weights")
    left, top, right, bottom = picture.box
    em = stage.canvas.width() / stage.canvas.page.width
    row, column = np.argwhere(program.store.state.subject.pixels > 200)[5].tolist()
    place = QPointF(
        (left + (column + 0.5) / 28 * (right - left)) * em,
        (top + (row + 0.5) / 28 * (bottom - top)) * em,
    ).toPoint()
    qtbot.mouseMove(stage.canvas, place)
    qtbot.waitUntil(lambda: "row" in stage.line.words.toolTip())
    value = int(program.store.state.subject.pixels[row, column])
    weight = program.store.state.reading.network.parameters.W1[9, 28 * row + column]
    said = stage.line.words.toolTip().replace("−", "-")
    assert f"row {row}, column {column}: {value} of 255, x = {value / 256:.3f}" in said
    assert f"weight {weight:+.3f}" in said
    assert f"product {weight * value / 256:+.3f}" in said


# The sigmoid -----------------------------------------------------------------------------------


def test_the_lesson_has_the_numbers_of_the_lecture(qtbot, stage):
    stage.look(replace(stage.view, page="lesson"))
    assert "[1, 2, 3]) = [0.73, 0.88, 0.95]" in words_on(stage.canvas.page)
    controls = stage.controls["lesson"]
    controls.slider.setValue(0)
    assert "= 0.500" in words_on(stage.canvas.page)
    assert "= 0.250" in words_on(stage.canvas.page)
    controls.vector.clear()
    qtbot.keyClicks(controls.vector, "-1000, 0, 1000")
    assert "[0.00, 0.50, 1.00]" in words_on(stage.canvas.page)


@pytest.mark.parametrize(
    ("text", "vector"),
    [
        ("[1, 2, 3]", (1, 2, 3)),
        ("1 2;3", (1, 2, 3)),
        ("−1.5", (-1.5,)),
        ("", ()),
        ("[1, two]", ()),
        ("nan", ()),
        ("inf", ()),
        ("1e999", ()),
    ],
)
def test_typed_vectors_are_read_or_left_alone(text, vector):
    assert read_vector(text) == vector


# Little, much and nothing ----------------------------------------------------------------------


@pytest.mark.parametrize(
    ("hidden", "scale"), [(1, 0.1), (1, 0), (800, 0.1), (30, 50), (30, 1e6), (30, 1e150)]
)
def test_unusual_networks_are_shown(qtbot, program, stage, hidden, scale):
    stage.look(replace(stage.view, unit=29))
    use(program, random_network(hidden, scale))
    for page in INSIDE_PAGES:
        stage.look(replace(stage.view, page=page))
        stage.switch(0)
        QApplication.processEvents()
        assert stage.canvas.page is not None
    assert stage.scene.unit == min(29, hidden - 1)


@pytest.mark.parametrize("page", INSIDE_PAGES)
def test_without_image_or_network_there_are_words_and_no_exception(program, stage, page):
    stage.look(replace(stage.view, page=page))
    network = program.store.state.reading.network
    without_network(program.store)
    assert "network" in words_on(stage.canvas)
    program.store.apply(
        UseNetwork(network), ShowQuery(replace_query(program, spans=((99_999, 99_999),)))
    )
    assert program.store.state.gallery.current is None
    assert "Choose an image" in words_on(stage.canvas)


def replace_query(program, **changes):
    from dataclasses import replace

    return replace(program.store.state.gallery.query, **changes)


def test_numbers_that_overflow_are_told(program, stage):
    full = np.full
    huge = (full((3, 784), 1.7e308), full((3, 1), 1.0), full((10, 3), 1.0), full((10, 1), 0.0))
    use(program, Parameters(*huge))
    assert "so large" in words_on(stage.canvas)


def test_more_room_and_back(program, stage):
    usual = program.window.columns.sizes(), program.window.rows.sizes()
    before = stage.canvas.size()
    program.window.actions_by_id["more-room"].trigger()
    QApplication.processEvents()
    assert stage.canvas.width() > 1.5 * before.width()
    assert stage.canvas.height() > 1.5 * before.height()
    program.window.actions_by_id["more-room"].trigger()
    QApplication.processEvents()
    assert (program.window.columns.sizes(), program.window.rows.sizes()) == usual


def test_too_little_room_says_how_to_get_more(program, stage):
    dress(program, scale=1.5)
    QApplication.processEvents()
    assert "F9" in words_on(stage.canvas)
    dress(program, enlarged=True)
    QApplication.processEvents()
    assert stage.canvas.page is not None


def test_themes_change_the_page_and_its_text(program, stage):
    for theme, dark in (("dark", True), ("light", False)):
        dress(program, theme=theme)
        QApplication.processEvents()
        paper = stage.canvas.grab().toImage().pixelColor(2, 2).lightness()
        assert (paper < 128) == dark


@pytest.mark.parametrize("page", INSIDE_PAGES)
def test_every_page_can_be_copied_and_has_help(qtbot, program, stage, page):
    dress(program, theme="dark")
    stage.look(replace(stage.view, page=page))
    program.window.actions_by_id["copy-figure"].trigger()
    image = QGuiApplication.clipboard().image()
    assert image.width() > 1000
    assert image.pixelColor(0, 0).name() == "#ffffff"
    qtbot.mouseClick(stage.tabs.help, Qt.MouseButton.LeftButton)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.close()
