"""What the filters and orders of a query are called, in one place."""

from collections.abc import Iterator
from dataclasses import replace

from PySide6.QtCore import QCoreApplication

from mnist_desktop.model.evaluation import OUTPUTS
from mnist_desktop.model.selection import Query, format_spans
from mnist_desktop.session.state import State
from mnist_desktop.ui.base.translation import said


def order_names() -> dict[str, str]:
    """Return what each order is called, in the order in which they are offered."""
    return {
        "index": QCoreApplication.translate("Words", "by index"),
        "label": QCoreApplication.translate("Words", "by label"),
        "prediction": QCoreApplication.translate("Words", "by prediction"),
        "score": QCoreApplication.translate("Words", "lowest top score first"),
        "margin": QCoreApplication.translate("Words", "smallest margin first"),
        "hardness": QCoreApplication.translate("Words", "hardest first"),
        "random": QCoreApplication.translate("Words", "at random"),
    }


def why_no_verdict(state: State) -> str:
    """Say why right and wrong cannot be told where digits and network do not fit."""
    words = QCoreApplication.translate(
        "Words",
        "{name} has {classes} classes, but the network has {outputs} outputs: right and wrong "
        "cannot be told. The images and the scores can be looked at.",
    )
    return words.format(
        name=state.library.digits.name, classes=state.library.digits.classes, outputs=OUTPUTS
    )


def chips(state: State) -> Iterator[tuple[str, Query]]:
    """Yield a text for each filter and order that is set, and the query without it."""
    query, names = state.gallery.query, state.library.digits.class_names
    if query.label is not None:
        yield (
            QCoreApplication.translate("Words", "label {name}").format(name=names[query.label]),
            replace(query, label=None),
        )
    if query.prediction is not None:
        yield (
            QCoreApplication.translate("Words", "read as {name}").format(
                name=state.output_names[query.prediction]
            ),
            replace(query, prediction=None),
        )
    if query.verdict is not None:
        verdicts = {
            "right": QCoreApplication.translate("Words", "right only"),
            "wrong": QCoreApplication.translate("Words", "wrong only"),
        }
        yield verdicts[query.verdict], replace(query, verdict=None)
    if query.score is not None:
        yield (
            QCoreApplication.translate("Words", "top score {low:g} to {high:g}").format(
                **_span(query.score)
            ),
            replace(query, score=None),
        )
    if query.margin is not None:
        yield (
            QCoreApplication.translate("Words", "margin {low:g} to {high:g}").format(
                **_span(query.margin)
            ),
            replace(query, margin=None),
        )
    if query.label_errors:
        yield (
            QCoreApplication.translate("Words", "label in doubt"),
            replace(query, label_errors=False),
        )
    if query.starred:
        words = QCoreApplication.translate("Words", "starred: {name}").format(
            name=state.library.marks.current
        )
        yield words, replace(query, starred=False)
    if query.spans:
        yield (
            QCoreApplication.translate("Words", "numbers {spans}").format(
                spans=format_spans(query.spans)
            ),
            replace(query, spans=()),
        )
    if query.order != "index":
        yield order_name(state), replace(query, order="index")


def order_name(state: State) -> str:
    """Return what the current order is called."""
    if state.gallery.query.order == "ranking" and state.gallery.ranking is not None:
        return said(state.gallery.ranking.title)
    if state.gallery.query.order == "random":
        return QCoreApplication.translate("Words", "at random, seed {seed}").format(
            seed=state.gallery.query.seed
        )
    return order_names()[state.gallery.query.order]


def _span(span: tuple[float, float]) -> dict[str, float]:
    return {"low": round(span[0], 4), "high": round(span[1], 4)}
