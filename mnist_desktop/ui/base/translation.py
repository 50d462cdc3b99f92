"""Sentences of the layers below in the language of the window."""

from PySide6.QtCore import QCoreApplication

from mnist_desktop.model.message import Message

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


def _found(template: str, number: int | None) -> str:
    if number is None:
        return QCoreApplication.translate(CONTEXT, template)
    return QCoreApplication.translate(CONTEXT, template, None, number)
