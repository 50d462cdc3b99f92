"""Sentences for people that can be shown in another language.

Model, session and plots know no translator. What they say to a person is a
:class:`Message`: text in plain English, good for a notebook and a terminal as it
is, which also remembers what it was made of. The window looks the template up
in the user's language and puts the same data into it.

Templates are literals in the call of :func:`message` or :func:`counted`, so that
``scripts/update_translations.py`` finds them.
"""

from collections.abc import Callable, Mapping

#: From a template, and a number for plural forms or None, to the template in another language.
Lookup = Callable[[str, int | None], str]


class Message(str):
    """A sentence, or a few words, with what they were made of.

    Attributes
    ----------
    template : str
        The sentence with fields in braces, as for ``str.format``.
    data : mapping of str to object
        What the fields stand for; messages among them are translated as well.
    singular : str
        The template where ``data["n"]`` is 1; empty where nothing is counted.
    """

    template: str
    data: Mapping[str, object]
    singular: str

    def __new__(cls, template: str, data: Mapping[str, object], singular: str = "") -> "Message":
        """Put the data into the template."""
        chosen = singular if singular and data["n"] == 1 else template
        self = super().__new__(cls, chosen.format_map(data))
        self.template, self.singular = template, singular
        self.data = dict(data)
        return self

    def __getnewargs__(self) -> tuple[str, dict[str, object], str]:  # type: ignore[override]
        return self.template, dict(self.data), self.singular

    def translated(self, lookup: Lookup) -> str:
        """Return the sentence in another language.

        Parameters
        ----------
        lookup : callable
            Called with a template, and with ``data["n"]`` where it is counted, else None;
            returns the template in the other language, or as it is.
        """
        number = self.data["n"] if self.singular else None
        found = lookup(self.template, number if isinstance(number, int) else None)
        if found == self.template and number == 1:
            found = self.singular
        data = {
            name: value.translated(lookup) if isinstance(value, Message) else value
            for name, value in self.data.items()
        }
        return found.format_map(data)


def message(template: str, /, **data: object) -> Message:
    """Return a sentence for a person.

    Parameters
    ----------
    template : str
        A literal, with fields in braces.
    **data
        What stands in the fields.

    Examples
    --------
    >>> message("expected {shape}; found {found}.", shape="(784, 1)", found="(28, 28)")
    'expected (784, 1); found (28, 28).'
    """
    return Message(template, data)


def counted(singular: str, plural: str, /, n: int, **data: object) -> Message:
    """Return a sentence about a number of things.

    Parameters
    ----------
    singular, plural : str
        Literals: the sentence for one thing, and for any other number.
    n : int
        How many there are; stands in the sentence where ``{n}`` is.
    **data
        What stands in the other fields.

    Examples
    --------
    >>> counted("{n} image", "{n:,} images", n=1)
    '1 image'
    >>> counted("{n} image", "{n:,} images", n=10_000)
    '10,000 images'
    """
    return Message(plural, {"n": n, **data}, singular)
