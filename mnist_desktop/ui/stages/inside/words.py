"""What the line under a page says of the place that is pointed to."""

from PySide6.QtCore import QCoreApplication

from mnist_desktop.plots.inside.array_pages import array_of
from mnist_desktop.plots.inside.marks import number, signed
from mnist_desktop.plots.inside.scene import Picture, Scene, Spot

Pointed = tuple[Picture, float, float]


def page_hint(page: str) -> str:
    """Return what can be done on a page."""
    return {
        "network": QCoreApplication.translate(
            "Inside", "Click a unit or a score to open it. The box below a unit switches it off."
        ),
        "array": QCoreApplication.translate(
            "Inside", "Point at a bar or a pixel to read its number. Click another symbol above."
        ),
        "unit": QCoreApplication.translate(
            "Inside", "Point at a pixel to read its weight; click a bar to open that output."
        ),
        "biography": QCoreApplication.translate(
            "Inside", "Click an image to select it. Order gallery sorts all of them so."
        ),
        "output": QCoreApplication.translate(
            "Inside", "The bars start at 0 and add up. Click a unit to open it."
        ),
        "versus": QCoreApplication.translate(
            "Inside", "Blue with + speaks for the first digit, red with − for the second."
        ),
        "lesson": QCoreApplication.translate(
            "Inside", "Move the slider, or type numbers; the sigmoid takes each one by itself."
        ),
    }[page]


def pointed_words(spot: Spot | None, pointed: Pointed | None, scene: Scene) -> str:
    """Return what is under the pointer, in words and numbers; nothing if there is nothing."""
    if pointed is not None:
        picture, down, across = pointed
        if picture.kind == "W2":
            return _weight_words(int(down * 10), across, scene)
        return _pixel_words(picture, int(down * 28), int(across * 28), scene)
    return _spot_words(spot, scene) if spot is not None else ""


def _pixel_words(picture: Picture, row: int, column: int, scene: Scene) -> str:
    pixels = scene.pixels
    unit = ""
    if picture.kind in {"most", "least"}:
        images = scene.most if picture.kind == "most" else scene.least
        if images is not None:
            pixels = images[picture.which]
    elif picture.kind in {"weights", "product"}:
        unit = QCoreApplication.translate("Inside", "unit {unit}, ").format(unit=picture.which)
    words = unit + QCoreApplication.translate(
        "Inside", "row {row}, column {column}: {value} of 255, x = {x:.3f}"
    ).format(row=row, column=column, value=pixels[row, column], x=pixels[row, column] / 256)
    pixel = 28 * row + column
    if picture.kind in {"weights", "product"}:
        weight = float(scene.insight.parameters.W1[picture.which, pixel])
        product = weight * float(scene.insight.x[pixel, 0])
        words += QCoreApplication.translate(
            "Inside", ", weight {weight}, product {product}"
        ).format(weight=signed(weight, 3), product=signed(product, 3))
    if picture.kind == "evidence":
        one, other = scene.pair
        amount = float(scene.insight.pixel_evidence(one, other)[pixel])
        words += QCoreApplication.translate(
            "Inside", ", adds {amount} to z of {one} less z of {other}"
        ).format(amount=signed(amount, 3), one=scene.names[one], other=scene.names[other])
    return words


def _weight_words(digit: int, across: float, scene: Scene) -> str:
    W2 = scene.insight.parameters.W2
    unit = int(across * W2.shape[1])
    words = QCoreApplication.translate(
        "Inside", "output {digit}, unit {unit}: weight {weight}, adds {amount} for this image"
    )
    return words.format(
        digit=scene.names[digit],
        unit=unit,
        weight=signed(W2[digit, unit], 3),
        amount=signed(scene.insight.contributions[digit, unit], 3),
    )


def _spot_words(spot: Spot, scene: Scene) -> str:
    insight = scene.insight
    if spot.kind in {"most", "least"}:
        words = QCoreApplication.translate(
            "Inside", "Number {place} of those that activate unit {unit} {kind}; click to select it"
        )
        kind = (
            QCoreApplication.translate("Inside", "most")
            if spot.kind == "most"
            else QCoreApplication.translate("Inside", "least")
        )
        return words.format(place=spot.which + 1, unit=scene.unit, kind=kind)
    if spot.kind == "output":
        words = QCoreApplication.translate("Inside", "Output {name}: z = {z}, score {a:.4f}")
        name, k = scene.names[spot.which], spot.which
        return words.format(name=name, z=number(insight.z2[k, 0], 3), a=insight.a2[k, 0])
    k = spot.which
    if spot.kind == "switch":
        words = (
            QCoreApplication.translate("Inside", "Switch unit {unit} on")
            if k in insight.off
            else QCoreApplication.translate("Inside", "Switch unit {unit} off")
        )
        return words.format(unit=k)
    words = QCoreApplication.translate(
        "Inside", "Unit {unit}: z = {z}, activation {a:.4f}, adds {amount} to output {name}"
    )
    text = words.format(
        unit=k,
        z=number(insight.z1[k, 0], 3),
        a=insight.a1[k, 0],
        amount=signed(insight.contributions[insight.prediction, k], 3),
        name=scene.names[insight.prediction],
    )
    return text + (
        QCoreApplication.translate("Inside", " (switched off)") if k in insight.off else ""
    )


def array_words(symbol: str, scene: Scene) -> str:
    """Return what an array is, with its shape and its range."""
    what = {
        "x": QCoreApplication.translate("Inside", "the image as f takes it"),
        "W1": QCoreApplication.translate("Inside", "weights of the hidden layer, one row per unit"),
        "B1": QCoreApplication.translate("Inside", "biases of the hidden layer"),
        "z1": QCoreApplication.translate(
            "Inside", "weighted inputs of the hidden units, W1 x + B1"
        ),
        "a1": QCoreApplication.translate("Inside", "activations of the hidden units, sigmoid(z1)"),
        "W2": QCoreApplication.translate("Inside", "weights of the outputs, one row per digit"),
        "B2": QCoreApplication.translate("Inside", "biases of the outputs"),
        "z2": QCoreApplication.translate("Inside", "weighted inputs of the outputs, W2 a1 + B2"),
        "a2": QCoreApplication.translate("Inside", "the ten scores, sigmoid(z2)"),
    }[symbol]
    return f"{symbol} {array_of(scene.insight, symbol).shape}: {what}"
