"""Sentences of the layers below in the language of the window."""

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from mnist_desktop.model.message import Message
from mnist_desktop.model.resources import RESOURCES

FOLDER = RESOURCES / "translations"
_QT_FOLDER = QLibraryInfo.LibraryPath.TranslationsPath

#: The context in which the templates of model, session and plots are looked up.
CONTEXT = "Messages"


def said(text: str) -> str:
    """Return a text as the window says it: a Message in its language, another text as it is.

    Parameters
    ----------
    text : str
        A Message, or data such as a name.
    """
    return text.translated(_found) if isinstance(text, Message) else text


def install_language(code: str) -> None:
    """Have the words of the window in another language from now on.

    Parameters
    ----------
    code : str
        The language, "" for the system's; English where there are no words in it.
    """
    app = QCoreApplication.instance()
    assert app is not None
    for translator in app.findChildren(QTranslator):
        app.removeTranslator(translator)
        translator.deleteLater()
    code = code or QLocale.system().name()
    if _add(app, f"mnist_desktop_{code}", FOLDER):  # else two languages would stand side by side
        _add(app, f"qtbase_{code}", Path(QLibraryInfo.path(_QT_FOLDER)))


def _add(app: QCoreApplication, name: str, folder: Path) -> bool:
    """Install a file of words if there is one; of de_DE, those of de do as well."""
    translator = QTranslator(app)
    return translator.load(name, str(folder)) and app.installTranslator(translator)


def _found(template: str, number: int | None) -> str:
    if number is None:
        return QCoreApplication.translate(CONTEXT, template)
    return QCoreApplication.translate(CONTEXT, template, None, number)
