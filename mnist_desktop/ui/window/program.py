"""The program with its window: builds the parts, loads in the right order, remembers, ends.

The window is built while the worker loads the first split; see loading for the rest.
"""

import gc
from dataclasses import replace
from itertools import islice
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QUndoStack
from PySide6.QtWidgets import QApplication

from mnist_desktop.model.data import ALL, DIVISORS, Digits, load_digits
from mnist_desktop.model.marks import Marks
from mnist_desktop.session.changes import AddNetworks, LoadDigits, Mark, UseNetwork
from mnist_desktop.session.history import History
from mnist_desktop.session.loading import NetworksLoaded, load_rest
from mnist_desktop.session.options import Options
from mnist_desktop.session.session import Watch
from mnist_desktop.session.settings import (
    Settings,
    first_state,
    read_marks,
    read_settings,
    remembered,
    with_options,
    write_marks,
    write_settings,
)
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.errors import ErrorReporter
from mnist_desktop.ui.base.places import keep_qt_from_settings, settings_path
from mnist_desktop.ui.base.store import Store
from mnist_desktop.ui.base.theme import Dresser
from mnist_desktop.ui.base.translation import install_language, said
from mnist_desktop.ui.files.own_digits import OwnDigits
from mnist_desktop.ui.work.commands import Commands
from mnist_desktop.ui.work.jobs import Jobs

_MARKS = "marks.json"
_UNDO_STEPS = 100


class Program(QObject):
    """Owns everything that lives as long as the window."""

    begun = Signal()
    """The first split is loaded, or cannot be."""
    ready = Signal()
    """All splits are loaded and all stages are there."""
    closing = Signal()
    """The window is about to close."""

    def __init__(
        self,
        app: QApplication,
        settings: Settings,
        reporter: ErrorReporter,
        marks: Marks | None = None,
    ) -> None:
        super().__init__()
        self._reporter = reporter
        self.jobs = Jobs()
        self._loading = load_digits(settings.split)
        self._remembered = settings.network
        self.store = Store(first_state(settings, marks or Marks()))
        self.jobs.start(
            islice(self._loading, 1), self._take, self._after_first_split, every_step=True
        )
        # Imported here: the worker unpacks the first split meanwhile.
        from mnist_desktop.ui.files.exports import Exports
        from mnist_desktop.ui.files.opener import Opener

        self.dresser = Dresser(self.store, app)
        self.commands = Commands(self.store, self.jobs)
        self.commands.failed.connect(reporter.show_error)
        self.exports = Exports(self.store, self.commands)
        self.undo = QUndoStack(self)
        self.undo.setUndoLimit(_UNDO_STEPS)
        self.own = OwnDigits(self.store, self.commands, self.undo)
        self.own.failed.connect(reporter.show_error)
        self.own.load()
        self.opener = Opener(self.store, self.commands)
        self.history = History(self.store.session)
        self.closing.connect(self.end)
        self._make_window(settings)
        self.window.gallery.painted.connect(self._load_rest)
        self._language = Watch(lambda state: (state.appearance.language,))
        self._language.differs(self.store.state)
        self.store.changed.connect(self._follow_language)

    # The window --------------------------------------------------------------------------------

    def _make_window(self, settings: Settings) -> None:
        from mnist_desktop.ui.window.main_window import MainWindow

        self.window = MainWindow(self.store, self.commands, self.exports, self.opener, self.history)
        self.window.closing.connect(self.closing)
        self._reporter.attach(self.window)
        self._place_window(settings)

    def _follow_language(self, state: State) -> None:
        """Make the window again, from the state, where another language is wanted."""
        if self._language.differs(state):
            install_language(state.appearance.language)
            # Later: what asked for it may be a menu of the window that goes.
            QTimer.singleShot(0, self, self.make_window_again)

    def make_window_again(self) -> None:
        """Replace the window by one that is made from the state."""
        old = self.window
        self._make_window(self.settings())
        if old.stages.count():
            self._add_stages()
        self.window.show()
        self.window.take_over(old)
        old.hide()
        old.deleteLater()

    # Loading -----------------------------------------------------------------------------------

    def _take(self, loaded: object) -> None:
        """Put what the worker has loaded where it belongs."""
        if isinstance(loaded, Digits):
            splits = self.store.state.library.digits.splits
            if ALL not in splits:  # else a file was opened meanwhile
                self.store.apply(LoadDigits(loaded))
        elif isinstance(loaded, NetworksLoaded):
            self._take_networks(loaded)
        else:
            self._add_stages()

    def _take_networks(self, loaded: NetworksLoaded) -> None:
        for problem in loaded.problems:
            self._reporter.show_error(problem)
        known = {str(network.path): network for network in loaded.networks}
        opened = self.store.state.library.networks  # from the command line
        network = known.get(self._remembered, next(iter(loaded.networks), None))
        self.store.apply(AddNetworks(loaded.networks))
        if self.store.state.reading.network is None and network is not None:
            self.store.apply(UseNetwork(network))
        if self._remembered and self._remembered not in known and not opened:
            self.opener.bring_back(Path(self._remembered))

    def _after_first_split(self, error: Exception | None) -> None:
        if error is not None:
            self._reporter.show_error(error)
        if self.store.state.split is None:  # nothing will be painted before the rest is there
            self._load_rest()
        self.begun.emit()

    def _load_rest(self) -> None:
        gc.enable()
        self.window.gallery.painted.disconnect(self._load_rest)
        self.jobs.start(load_rest(self._loading), self._take, self._after_all, every_step=True)

    def _after_all(self, error: Exception | None) -> None:
        if error is not None:
            self._reporter.show_error(error)
        self.ready.emit()

    def _add_stages(self) -> None:
        # Imported here and not above: matplotlib would keep the window waiting.
        from mnist_desktop.ui.stages.draw.menu import DigitMenu
        from mnist_desktop.ui.stages.draw.stage import DrawStage
        from mnist_desktop.ui.stages.image_stage import ImageStage
        from mnist_desktop.ui.stages.inside.stage import InsideStage
        from mnist_desktop.ui.stages.results.stage import ResultsStage

        inside = InsideStage(self.store, self.commands)
        results = ResultsStage(self.store, self.commands)
        draw = DrawStage(self.store, self.commands, self.own, self.undo)
        self.window.add_stages([ImageStage(self.store), inside, results, draw])
        menu = DigitMenu(self.window, draw, self.store, self.commands, self.own, self.undo)
        self.window.add_menu(menu.title(), menu.table(), menu.order())
        menu.follow(self.window.actions_by_id)
        self.digit_menu = menu
        self.window.files.drop_handlers.append(menu.take_dropped)

    # Window and settings -----------------------------------------------------------------------

    def _place_window(self, settings: Settings) -> None:
        self.window.resize(settings.width, settings.height)
        for splitter, sizes in (
            (self.window.columns, settings.columns or (10, 10)),
            (self.window.rows, settings.rows or (3, 2)),
        ):
            splitter.setSizes([size * (1 if max(sizes) > 100 else 100) for size in sizes])
        if settings.maximized:
            self.window.showMaximized()

    def settings(self) -> Settings:
        """Return what is to be remembered."""
        window = self.window
        size = window.normalGeometry().size()
        return remembered(
            self.store.state,
            width=size.width(),
            height=size.height(),
            maximized=window.isMaximized(),
            columns=tuple(window.columns.sizes()),
            rows=tuple(window.rows.sizes()),
        )

    def delete_window(self) -> None:
        """Delete the window now: left to Python it may go after Qt, which ends in a crash."""
        self.window.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def end(self) -> None:
        """Cancel what runs and wait for the worker to end."""
        self.jobs.stop()


def run_window(options: Options) -> int:
    """Open the window, run until it is closed, and return the exit code."""
    keep_qt_from_settings()
    QCoreApplication.setApplicationName("mnist-desktop")
    app = QApplication(["mnist-desktop"])
    app.setApplicationDisplayName("MNIST Desktop")
    path = settings_path()
    reporter = ErrorReporter(path.with_name("errors.log"))
    reporter.install()
    settings, marks, problems = Settings(), Marks(), [""]
    if options.screenshot is None:
        settings, *problems = read_settings(path)
        marks, problem = read_marks(path.with_name(_MARKS))
        problems.append(problem)
    settings = with_options(settings, options)
    install_language(settings.language)
    program = Program(app, settings, reporter, marks)
    program.window.show()
    if any(problems):
        reporter.show_words("\n".join(map(said, filter(None, problems))))
    divisor = DIVISORS[0] if options.screenshot else None
    program.begun.connect(lambda: program.opener.open(options.file, divisor=divisor))
    if options.evaluate:
        program.ready.connect(program.commands.evaluate_split)
    if options.screenshot is not None:
        _photograph(program, options.screenshot, app)
    else:
        Remembering(program, path)
    code = app.exec()
    program.delete_window()
    return code


class Remembering(QObject):
    """Writes what is to be remembered: stars at once, the rest when the window closes."""

    def __init__(self, program: Program, path: Path) -> None:
        super().__init__(program)
        self._program = program
        self._path = path
        self._marks = program.store.state.library.marks
        self._recent = program.store.state.library.recent
        self._seen = set(program.settings().recent)
        program.store.changed.connect(self.refresh)
        program.closing.connect(self._write_settings)

    def refresh(self, state: State) -> None:
        """Write the stars and the recent files when they change.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if state.library.marks != self._marks:
            self._write_marks(state.library.marks)
        if state.library.recent != self._recent:
            self._recent = state.library.recent
            self._write_settings()

    def _write_marks(self, marks: Marks) -> None:
        """Write the stars, with what another window has changed in the file since."""
        path = self._path.with_name(_MARKS)
        written, _ = read_marks(path)
        self._marks = marks.merged(self._marks, written)
        self._tell(write_marks(path, self._marks))
        self._program.store.apply(Mark(self._marks))

    def _write_settings(self) -> None:
        """Write the settings, with the recent files that another window has put there since."""
        mine = self._program.settings()
        self._seen |= set(mine.recent)
        written, _ = read_settings(self._path)
        others = tuple(one for one in written.recent if one not in self._seen)
        self._tell(write_settings(self._path, replace(mine, recent=mine.recent + others)))

    def _tell(self, problem: str) -> None:
        if problem:
            self._program.window.status_line.say(said(problem))


def _photograph(program: Program, path: Path, app: QApplication) -> None:
    """Save a picture of the window once nothing is left to do, and end the program."""

    def take() -> None:
        if program.store.state.tasks:
            QTimer.singleShot(20, take)
            return
        program.window.gallery.setFocus()
        saved = program.window.grab().save(str(path))
        program.window.close()
        app.exit(0 if saved else 1)

    program.ready.connect(lambda: QTimer.singleShot(200, take))
