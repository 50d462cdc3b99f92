"""What tests do to the program over and over, in words of its user."""

from dataclasses import replace

from mnist_desktop.session.changes import Dress
from mnist_desktop.session.known import Known


def ask(program, **changes):
    """Change some parts of the gallery's query, as the choosers do."""
    query = replace(program.store.state.gallery.query, **changes)
    program.commands.change_query(query)


def dress(program, **changes):
    """Change some parts of the appearance, as the menus do."""
    program.store.apply(Dress(replace(program.store.state.appearance, **changes)))


def put(store, **parts):
    """Have other parts of the state without a change, as only a start does."""
    store.session.state = replace(store.state, **parts)
    store.apply()


def forget_results(store):
    """Have nothing known of any network."""
    put(store, known=Known())


def without_network(store):
    """Have no current network, as where none could be read."""
    put(store, reading=replace(store.state.reading, network=None))
