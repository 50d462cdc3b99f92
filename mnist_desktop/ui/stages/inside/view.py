"""What of the network is seen, put together from the state."""

from mnist_desktop.model.hidden import Biography
from mnist_desktop.plots.inside.scene import Scene
from mnist_desktop.session.state import State


def scene_of(state: State) -> Scene | None:
    """Return what there is to draw, or None without an image, a network or finite numbers.

    Parameters
    ----------
    state : State
        The state as it is now.
    """
    insight, view = state.insight, state.inside
    if insight is None or not insight.finite:
        return None
    unit = min(view.unit, insight.parameters.hidden - 1)
    one = insight.prediction if view.one is None else view.one
    other = view.other
    if other is None or other == one:
        other = insight.prediction if one != insight.prediction else insight.runner_up
    most = least = None
    biography = state.known.find(Biography, state.reading.network, state.split, unit)
    if biography is not None:
        images = biography.split.images
        most, least = images[biography.most], images[biography.least]
    return Scene(
        insight,
        names=state.output_names,
        order=view.order,
        shared=view.shared,
        top=view.top,
        symbol=view.symbol,
        unit=unit,
        output=insight.prediction if view.output is None else view.output,
        pair=(one, other),
        most=most,
        least=least,
        split=state.gallery.split_name,
        at=view.at,
        vector=view.vector,
    )
