"""What each page shows and what it does not, in plain words."""

from html import escape

from PySide6.QtCore import QCoreApplication


def page_help(page: str) -> str:
    """Return the help on a page as HTML."""
    paragraphs = {
        "network": [
            QCoreApplication.translate(
                "Inside",
                "The image goes in on the left as 784 numbers. Each hidden unit has 784 weights, "
                "drawn as a picture: blue where ink raises its weighted input, red where it "
                "lowers it, white where it does not matter. The bar below is the unit's "
                "activation for this image, empty for 0 and full for 1. On the right are the "
                "ten scores.",
            ),
            QCoreApplication.translate(
                "Inside",
                "A few weights are much larger than all others. On the shared scale, one weight in "
                "200 may lie beyond the ends of the colour bar; it then has the colour of the end.",
            ),
        ],
        "array": [
            QCoreApplication.translate(
                "Inside",
                "One array of the formula, with its numbers for this image. Vectors are shown "
                "twice: in the order of the units, and sorted. W1, W2, B1 and B2 are the "
                "parameters; they are the same for every image.",
            ),
        ],
        "unit": [
            QCoreApplication.translate(
                "Inside",
                "First the unit's weights. Beside them the same weights, each times the pixel "
                "under it: only where there is ink does anything remain. The sum of that picture "
                "plus the bias is z, and the sigmoid makes the activation a of it. The bars on "
                "the right are what a then adds to the weighted inputs of the ten outputs; their "
                "scale is the most that this unit could ever add.",
            ),
        ],
        "biography": [
            QCoreApplication.translate(
                "Inside",
                "The 24 images of the current split that activate the unit most, and the 24 that "
                "activate it least. They are sorted by z, which tells images apart even where "
                "the sigmoid gives 1 or 0 to many. Order gallery does the same with all images.",
            ),
        ],
        "output": [
            QCoreApplication.translate(
                "Inside",
                "A waterfall from 0 to z of one output: each hidden unit adds its weight times "
                "its activation, the largest first, and the bias comes last. Where there is no "
                "room for all, the small ones share a bar. The sigmoid of the sum is the score. "
                "A score is not a probability.",
            ),
        ],
        "versus": [
            QCoreApplication.translate(
                "Inside",
                "On the left, what each hidden unit adds to the first digit less what it adds to "
                "the second; units without a bar of their own share one. With the biases the bars "
                "add up to the difference of the two z.",
            ),
            QCoreApplication.translate(
                "Inside",
                "On the right, what each pixel's ink adds on the way from blank paper to this "
                "image (integrated gradients). With what blank paper gives, the pixels add up to "
                "the difference of the two z. Parts of the ink act together: rubbing out one "
                "alone can do something else than its share.",
            ),
        ],
        "lesson": [
            QCoreApplication.translate(
                "Inside",
                "The sigmoid squeezes any number into the range from 0 to 1: 1 / (1 + exp(−x)). "
                "Its slope is largest at 0, where it is 0.25, and almost 0 far from there: a "
                "unit that is saturated hardly answers to a change. Of a vector it takes each "
                "number by itself; the diamonds on the curve are those of the typed vector.",
            ),
        ],
    }[page]
    keys = QCoreApplication.translate(
        "Inside",
        "Keys: Tab reaches the formula, the pages and the picture; in the picture the arrows go "
        "from part to part, Enter opens, Space switches a unit off or on.",
    )
    off = QCoreApplication.translate(
        "Inside",
        "Switching a unit off sets its activation to 0. It never changes the parameters; "
        "what Evaluate found stays that of the whole network.",
    )
    return "".join(f"<p>{escape(text)}</p>" for text in (*paragraphs, keys, off))
