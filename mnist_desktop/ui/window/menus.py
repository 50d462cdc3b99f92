"""The menus and all that is in them: each action's id, words and keys, in one table."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from mnist_desktop.ui.base.actions import SEPARATOR, Entry, Menus


def _tr(text: str) -> str:
    return QCoreApplication.translate("Menus", text)


def menus() -> Menus:
    """Return the menus: their titles, and the ids of what is in them."""
    places = ("back", "forward", "go-to", "focus-gallery")
    filters = ("choose-split", "choose-label", "choose-verdict", "choose-order", "filter")
    choices = (*filters, "everything")
    stars = ("select-all", "star", "collections")
    zooms, rooms = ("zoom-in", "zoom-out"), ("more-room", "full-screen")
    exports = ("export-predictions", "export-results", "export-figure", "copy-figure")
    scales = ("scale-up", "scale-down", "scale-reset")
    themes = ("theme-system", "theme-light", "theme-dark")
    evaluating = ("evaluate", "evaluate-all", "cancel")
    return [
        (_tr("&File"), ("open", "shipped", SEPARATOR, *exports, SEPARATOR, "quit")),
        (
            _tr("&Go"),
            (*places, SEPARATOR, *choices, SEPARATOR, *stars),
        ),
        (
            _tr("&View"),
            ("labels", *zooms, SEPARATOR, *scales, SEPARATOR, *rooms, SEPARATOR, *themes),
        ),
        (_tr("&Network"), (*evaluating, SEPARATOR, "save-network", SEPARATOR)),
        (_tr("&Help"), ("help", "about")),
    ]


def entries(calls: Mapping[str, Callable[..., object]]) -> list[Entry]:
    """Return the table of the actions.

    Parameters
    ----------
    calls : mapping of str to callable
        What each action does, by its id; a switch gets whether it is on.
    """
    return [
        Entry(name, words, calls[name], keys, checkable=name in _SWITCHES, help=help_words)
        for name, words, keys, help_words in _table()
    ]


_SWITCHES = {"labels", "full-screen", "more-room", "theme-system", "theme-light", "theme-dark"}


def _table() -> list[tuple[str, str, tuple[str, ...], str]]:
    """Return id, words, keys and help of each action."""
    return [
        (
            "open",
            _tr("&Open…"),
            ("Ctrl+O",),
            _tr("Open a file of digits, or of the parameters of a network"),
        ),
        (
            "shipped",
            _tr("Back to &MNIST"),
            (),
            _tr("Show the digits that come with the program again"),
        ),
        (
            "save-network",
            _tr("&Save network as…"),
            (),
            _tr("Save the current network as .npz, .npy or JSON"),
        ),
        (
            "export-predictions",
            _tr("Export &predictions…"),
            ("Ctrl+Shift+P",),
            _tr("Save label, prediction and scores of each image as a CSV file"),
        ),
        (
            "export-results",
            _tr("Export &results…"),
            (),
            _tr("Save accuracy, confusion matrix and more as a JSON file"),
        ),
        (
            "export-figure",
            _tr("Export &figure…"),
            ("Ctrl+Shift+S",),
            _tr("Save the figure on the right as PNG, SVG or PDF"),
        ),
        (
            "copy-figure",
            _tr("&Copy figure"),
            ("Ctrl+Shift+C",),
            _tr("Put the figure on the right on the clipboard"),
        ),
        ("quit", _tr("&Quit"), ("Ctrl+Q",), _tr("Close the window")),
        ("select-all", _tr("Select &all"), ("Ctrl+A",), _tr("Select every image that is shown")),
        (
            "back",
            _tr("&Back"),
            ("Alt+Left",),
            _tr("Go back to the images, filter and order before"),
        ),
        ("forward", _tr("&Forward"), ("Alt+Right",), _tr("Go forward again")),
        ("choose-split", _tr("S&plit…"), ("Ctrl+T",), _tr("Choose the split")),
        ("choose-label", _tr("&Label…"), ("Ctrl+B",), _tr("Show only one label")),
        ("choose-verdict", _tr("Ans&wer…"), ("Ctrl+W",), _tr("Show only right or wrong ones")),
        ("choose-order", _tr("&Order…"), ("Ctrl+R",), _tr("Choose what comes first")),
        ("filter", _tr("F&ilter…"), ("Ctrl+F",), _tr("Choose among all the filters")),
        ("go-to", _tr("Go to &number…"), ("Ctrl+G",), _tr("Type the number of an image")),
        ("focus-gallery", _tr("To the &gallery"), ("F6",), _tr("Give the keys to the gallery")),
        (
            "everything",
            _tr("Show &everything"),
            ("Ctrl+Backspace",),
            _tr("Take back all filters and the order"),
        ),
        (
            "star",
            _tr("&Star"),
            ("Ctrl+D",),
            _tr("Star the selected images, or take their star away"),
        ),
        (
            "collections",
            _tr("&Collections…"),
            ("Ctrl+Shift+D",),
            _tr("Choose, name and show collections of starred images"),
        ),
        (
            "evaluate",
            _tr("&Evaluate"),
            ("Ctrl+E", "F5"),
            _tr("Let the network read every image of the current split"),
        ),
        (
            "evaluate-all",
            _tr("Evaluate a&ll images"),
            ("Ctrl+Shift+E",),
            _tr("Let the network read the images of all splits"),
        ),
        ("cancel", _tr("&Cancel"), ("Esc",), _tr("Stop what runs; what is known by then stays")),
        ("labels", _tr("Show &labels"), ("Ctrl+L",), _tr("Show each image's label in the gallery")),
        (
            "zoom-in",
            _tr("Larger &images"),
            ("Ctrl+Alt++", "Ctrl+Alt+="),
            _tr("Larger images in the gallery"),
        ),
        ("zoom-out", _tr("Smaller i&mages"), ("Ctrl+Alt+-",), _tr("Smaller images in the gallery")),
        (
            "scale-up",
            _tr("Enlarge &everything"),
            ("Ctrl++", "Ctrl+="),
            _tr("Larger text, figures and digits"),
        ),
        (
            "scale-down",
            _tr("Red&uce everything"),
            ("Ctrl+-",),
            _tr("Smaller text, figures and digits"),
        ),
        (
            "scale-reset",
            _tr("&Normal size"),
            ("Ctrl+0",),
            _tr("Text, figures and digits at their normal size"),
        ),
        (
            "full-screen",
            _tr("&Full screen"),
            ("F11",),
            _tr("Use the whole screen, or go back to a window"),
        ),
        (
            "more-room",
            _tr("More &room for the stage"),
            ("F9",),
            _tr("Make the gallery narrow and hide the scores below, or bring them back"),
        ),
        ("theme-system", _tr("Colours of the &system"), (), ""),
        ("theme-light", _tr("Li&ght"), (), ""),
        ("theme-dark", _tr("&Dark"), (), ""),
        ("help", _tr("&Help"), ("F1",), _tr("How to use the window, and every key")),
        ("about", _tr("&About MNIST Desktop"), (), ""),
    ]
