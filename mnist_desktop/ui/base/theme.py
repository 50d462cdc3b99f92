"""Light and dark, and the one scale factor: palette, font and the colours that drawings use."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QFontInfo, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from mnist_desktop.session.session import Watch
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.store import Store

_BASE_POINTS = 11.0


@dataclass(frozen=True)
class Colours:
    """The colours of one theme, as #rrggbb.

    `window` lies behind controls and `paper` behind digits and plots; `ink` is
    written on both. `wrong` and `right` always come with a cross or a tick.
    """

    window: str
    paper: str
    ink: str
    muted: str
    line: str
    button: str
    accent: str
    on_accent: str
    wrong: str
    right: str


LIGHT = Colours(
    window="#f3f4f6",
    paper="#ffffff",
    ink="#16181d",
    muted="#565d6b",
    line="#c3c8d1",
    button="#fbfbfc",
    accent="#1a5fb4",
    on_accent="#ffffff",
    wrong="#b3261e",
    right="#1e6b3a",
)
DARK = Colours(
    window="#22252b",
    paper="#16181c",
    ink="#eceef2",
    muted="#a7aebc",
    line="#454b57",
    button="#31353d",
    accent="#62a0ea",
    on_accent="#0b1420",
    wrong="#ff8a80",
    right="#7fd69b",
)


def colours() -> Colours:
    """Return the colours of the current theme.

    The application is asked, and not a widget, to which a new palette comes later.
    """
    window = QGuiApplication.palette().color(QPalette.ColorRole.Window)
    return DARK if window.lightness() < 128 else LIGHT


class Dresser(QObject):
    """Keeps the application's palette and font as the state has them."""

    def __init__(self, store: Store, app: QApplication) -> None:
        super().__init__()
        self._store = store
        self._app = app
        self._hints = app.styleHints()  # a named reference: the wrapper must outlive the connection
        self._hints.colorSchemeChanged.connect(self._follow_system)
        if app.style().name() != "fusion":  # to set it again takes 15 ms
            app.setStyle("Fusion")
        _ensure_font(app)
        self._theme = Watch(lambda state: (self.is_dark(state.appearance.theme),))
        self._scale = Watch(lambda state: (state.appearance.scale,))
        self.refresh(store.state)
        store.changed.connect(self.refresh)

    def refresh(self, state: State) -> None:
        """Apply theme and scale.

        Parameters
        ----------
        state : State
            The state as it is now.
        """
        if self._theme.differs(state):
            self._app.setPalette(
                palette_of(DARK if self.is_dark(state.appearance.theme) else LIGHT)
            )
        if self._scale.differs(state):
            font = QFont(self._app.font())
            font.setPointSizeF(_BASE_POINTS * state.appearance.scale)
            self._app.setFont(font)

    def is_dark(self, theme: str) -> bool:
        """Return whether a theme is dark now; "system" asks the desktop."""
        if theme == "system":
            return self._hints.colorScheme() == Qt.ColorScheme.Dark
        return theme == "dark"

    def _follow_system(self) -> None:
        self._store.apply()  # nothing of the state is another, but what a theme of "system" means


def palette_of(theme: Colours) -> QPalette:
    """Return the palette of a theme for every widget of the Fusion style."""
    role, group = QPalette.ColorRole, QPalette.ColorGroup
    palette = QPalette(QColor(theme.button), QColor(theme.window))
    everywhere = {
        role.Window: theme.window,
        role.WindowText: theme.ink,
        role.Base: theme.paper,
        role.AlternateBase: theme.window,
        role.Text: theme.ink,
        role.Button: theme.button,
        role.ButtonText: theme.ink,
        role.BrightText: theme.wrong,
        role.Highlight: theme.accent,
        role.HighlightedText: theme.on_accent,
        role.Link: theme.accent,
        role.PlaceholderText: theme.muted,
        role.ToolTipBase: theme.button,
        role.ToolTipText: theme.ink,
        role.Mid: theme.line,
    }
    for where, colour in everywhere.items():
        palette.setColor(where, QColor(colour))
    for where in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(group.Disabled, where, QColor(theme.muted))
    return palette


def _ensure_font(app: QApplication) -> None:
    """Where the system has no font at all, use the one that matplotlib brings."""
    # QFontDatabase.families() does not tell: it names aliases that lead to no font.
    if QFontInfo(app.font()).family():
        return
    from importlib.util import find_spec
    from pathlib import Path

    spec = find_spec("matplotlib")
    if spec is not None and spec.origin is not None:
        fonts = Path(spec.origin).parent / "mpl-data" / "fonts" / "ttf"
        for name in ("DejaVuSans.ttf", "DejaVuSans-Bold.ttf"):
            QFontDatabase.addApplicationFont(str(fonts / name))
        app.setFont(QFont("DejaVu Sans"))
