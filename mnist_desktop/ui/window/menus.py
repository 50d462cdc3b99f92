"""The menus and all that is in them: each action's id, words and keys, in one table."""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication

from mnist_desktop.ui.base.actions import SEPARATOR, Entry, Menus


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
        (
            QCoreApplication.translate("Menus", "&File"),
            ("open", "shipped", SEPARATOR, *exports, SEPARATOR, "quit"),
        ),
        (
            QCoreApplication.translate("Menus", "&Go"),
            (*places, SEPARATOR, *choices, SEPARATOR, *stars),
        ),
        (
            QCoreApplication.translate("Menus", "&View"),
            ("labels", *zooms, SEPARATOR, *scales, SEPARATOR, *rooms, SEPARATOR, *themes),
        ),
        (
            QCoreApplication.translate("Menus", "&Network"),
            (*evaluating, SEPARATOR, "save-network", SEPARATOR),
        ),
        (QCoreApplication.translate("Menus", "&Help"), ("help", "about")),
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
            QCoreApplication.translate("Menus", "&Open…"),
            ("Ctrl+O",),
            QCoreApplication.translate(
                "Menus", "Open a file of digits, or of the parameters of a network"
            ),
        ),
        (
            "shipped",
            QCoreApplication.translate("Menus", "Back to &MNIST"),
            (),
            QCoreApplication.translate("Menus", "Show the digits that come with the program again"),
        ),
        (
            "save-network",
            QCoreApplication.translate("Menus", "&Save network as…"),
            (),
            QCoreApplication.translate("Menus", "Save the current network as .npz, .npy or JSON"),
        ),
        (
            "export-predictions",
            QCoreApplication.translate("Menus", "Export &predictions…"),
            ("Ctrl+Shift+P",),
            QCoreApplication.translate(
                "Menus", "Save label, prediction and scores of each image as a CSV file"
            ),
        ),
        (
            "export-results",
            QCoreApplication.translate("Menus", "Export &results…"),
            (),
            QCoreApplication.translate(
                "Menus", "Save accuracy, confusion matrix and more as a JSON file"
            ),
        ),
        (
            "export-figure",
            QCoreApplication.translate("Menus", "Export &figure…"),
            ("Ctrl+Shift+S",),
            QCoreApplication.translate("Menus", "Save the figure on the right as PNG, SVG or PDF"),
        ),
        (
            "copy-figure",
            QCoreApplication.translate("Menus", "&Copy figure"),
            ("Ctrl+Shift+C",),
            QCoreApplication.translate("Menus", "Put the figure on the right on the clipboard"),
        ),
        (
            "quit",
            QCoreApplication.translate("Menus", "&Quit"),
            ("Ctrl+Q",),
            QCoreApplication.translate("Menus", "Close the window"),
        ),
        (
            "select-all",
            QCoreApplication.translate("Menus", "Select &all"),
            ("Ctrl+A",),
            QCoreApplication.translate("Menus", "Select every image that is shown"),
        ),
        (
            "back",
            QCoreApplication.translate("Menus", "&Back"),
            ("Alt+Left",),
            QCoreApplication.translate("Menus", "Go back to the images, filter and order before"),
        ),
        (
            "forward",
            QCoreApplication.translate("Menus", "&Forward"),
            ("Alt+Right",),
            QCoreApplication.translate("Menus", "Go forward again"),
        ),
        (
            "choose-split",
            QCoreApplication.translate("Menus", "S&plit…"),
            ("Ctrl+T",),
            QCoreApplication.translate("Menus", "Choose the split"),
        ),
        (
            "choose-label",
            QCoreApplication.translate("Menus", "&Label…"),
            ("Ctrl+B",),
            QCoreApplication.translate("Menus", "Show only one label"),
        ),
        (
            "choose-verdict",
            QCoreApplication.translate("Menus", "Ans&wer…"),
            ("Ctrl+W",),
            QCoreApplication.translate("Menus", "Show only right or wrong ones"),
        ),
        (
            "choose-order",
            QCoreApplication.translate("Menus", "&Order…"),
            ("Ctrl+R",),
            QCoreApplication.translate("Menus", "Choose what comes first"),
        ),
        (
            "filter",
            QCoreApplication.translate("Menus", "F&ilter…"),
            ("Ctrl+F",),
            QCoreApplication.translate("Menus", "Choose among all the filters"),
        ),
        (
            "go-to",
            QCoreApplication.translate("Menus", "Go to &number…"),
            ("Ctrl+G",),
            QCoreApplication.translate("Menus", "Type the number of an image"),
        ),
        (
            "focus-gallery",
            QCoreApplication.translate("Menus", "To the &gallery"),
            ("F6",),
            QCoreApplication.translate("Menus", "Give the keys to the gallery"),
        ),
        (
            "everything",
            QCoreApplication.translate("Menus", "Show &everything"),
            ("Ctrl+Backspace",),
            QCoreApplication.translate("Menus", "Take back all filters and the order"),
        ),
        (
            "star",
            QCoreApplication.translate("Menus", "&Star"),
            ("Ctrl+D",),
            QCoreApplication.translate(
                "Menus", "Star the selected images, or take their star away"
            ),
        ),
        (
            "collections",
            QCoreApplication.translate("Menus", "&Collections…"),
            ("Ctrl+Shift+D",),
            QCoreApplication.translate(
                "Menus", "Choose, name and show collections of starred images"
            ),
        ),
        (
            "evaluate",
            QCoreApplication.translate("Menus", "&Evaluate"),
            ("Ctrl+E", "F5"),
            QCoreApplication.translate(
                "Menus", "Let the network read every image of the current split"
            ),
        ),
        (
            "evaluate-all",
            QCoreApplication.translate("Menus", "Evaluate a&ll images"),
            ("Ctrl+Shift+E",),
            QCoreApplication.translate("Menus", "Let the network read the images of all splits"),
        ),
        (
            "cancel",
            QCoreApplication.translate("Menus", "&Cancel"),
            ("Esc",),
            QCoreApplication.translate("Menus", "Stop what runs; what is known by then stays"),
        ),
        (
            "labels",
            QCoreApplication.translate("Menus", "Show &labels"),
            ("Ctrl+L",),
            QCoreApplication.translate("Menus", "Show each image's label in the gallery"),
        ),
        (
            "zoom-in",
            QCoreApplication.translate("Menus", "Larger &images"),
            ("Ctrl+Alt++", "Ctrl+Alt+="),
            QCoreApplication.translate("Menus", "Larger images in the gallery"),
        ),
        (
            "zoom-out",
            QCoreApplication.translate("Menus", "Smaller i&mages"),
            ("Ctrl+Alt+-",),
            QCoreApplication.translate("Menus", "Smaller images in the gallery"),
        ),
        (
            "scale-up",
            QCoreApplication.translate("Menus", "Enlarge &everything"),
            ("Ctrl++", "Ctrl+="),
            QCoreApplication.translate("Menus", "Larger text, figures and digits"),
        ),
        (
            "scale-down",
            QCoreApplication.translate("Menus", "Red&uce everything"),
            ("Ctrl+-",),
            QCoreApplication.translate("Menus", "Smaller text, figures and digits"),
        ),
        (
            "scale-reset",
            QCoreApplication.translate("Menus", "&Normal size"),
            ("Ctrl+0",),
            QCoreApplication.translate("Menus", "Text, figures and digits at their normal size"),
        ),
        (
            "full-screen",
            QCoreApplication.translate("Menus", "&Full screen"),
            ("F11",),
            QCoreApplication.translate("Menus", "Use the whole screen, or go back to a window"),
        ),
        (
            "more-room",
            QCoreApplication.translate("Menus", "More &room for the stage"),
            ("F9",),
            QCoreApplication.translate(
                "Menus", "Make the gallery narrow and hide the scores below, or bring them back"
            ),
        ),
        ("theme-system", QCoreApplication.translate("Menus", "Colours of the &system"), (), ""),
        ("theme-light", QCoreApplication.translate("Menus", "Li&ght"), (), ""),
        ("theme-dark", QCoreApplication.translate("Menus", "&Dark"), (), ""),
        (
            "help",
            QCoreApplication.translate("Menus", "&Help"),
            ("F1",),
            QCoreApplication.translate("Menus", "How to use the window, and every key"),
        ),
        ("about", QCoreApplication.translate("Menus", "&About MNIST Desktop"), (), ""),
    ]
