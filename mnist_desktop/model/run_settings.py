"""What is chosen before a network is trained, checked."""

import math
from dataclasses import asdict, dataclass, fields
from typing import Any

from mnist_desktop.model.message import Message, message
from mnist_desktop.model.training import CROSS_ENTROPY, QUADRATIC, Cost

COSTS = {cost.name: cost for cost in (CROSS_ENTROPY, QUADRATIC)}

CONSTANT, FALLING, HALVED = "constant", "falling", "halved"
SCHEDULES = (CONSTANT, FALLING, HALVED)
#: How often η is halved before training ends: it is 1/128 of what it was, as in the book.
HALVINGS = 7

SMALL, LARGE = "small", "large"
FIRST_WEIGHTS = (SMALL, LARGE)

_NAMES = {
    "hidden": message("the number of hidden units"),
    "cost": message("the cost"),
    "epochs": message("the number of epochs"),
    "batch_size": message("the size of a mini-batch"),
    "learning_rate": message("the learning rate η"),
    "schedule": message("the course of the learning rate"),
    "patience": message("the number of epochs without improvement"),
    "regularisation": message("the regularisation λ"),
    "first_weights": message("the kind of first weights"),
    "images": message("the number of training images"),
    "seed": message("the seed"),
}
_WHOLE = {
    "hidden": (1, 2000),
    "epochs": (0, 100_000),
    "batch_size": (1, 100_000),
    "patience": (1, 100_000),
    "images": (1, 10_000_000),
    "seed": (0, 2**32 - 1),
}
_REAL = {"learning_rate": (0.0, 1e6), "regularisation": (0.0, 1e6)}
_CHOICES = {"cost": tuple(COSTS), "schedule": SCHEDULES, "first_weights": FIRST_WEIGHTS}


@dataclass(frozen=True, kw_only=True)
class RunSettings:
    """What is chosen before training; the defaults are those of the book's chapter 3.

    Attributes
    ----------
    hidden : int
        Number of hidden units, H: 1 to 2000.
    cost : str
        "cross-entropy" or "quadratic".
    epochs : int
        How often each image is seen.
    batch_size : int
        Images per step.
    learning_rate : float
        η: how far a step goes.
    schedule : str
        The course of η: "constant"; "falling" in a straight line to 0 at the end of
        the last epoch; or "halved" whenever validation has not improved for a number
        of epochs, until it is 1/128 of what it was and the run ends.
    patience : int
        That number of epochs; only for "halved".
    regularisation : float
        λ of the L2 regularisation: adds λ / (2 n) times the sum of all squared
        weights to the cost, n being the number of training images.
    first_weights : str
        "small", with deviation 1 / sqrt(inputs of the unit), or "large", with 1.
    images : int
        Number of training images, n: the first ones of the split.
    seed : int
        The same seed gives the same run, bit for bit on one machine.

    Raises
    ------
    ValueError
        If a setting is out of its range; a sentence says which.
    """

    hidden: int = 30
    cost: str = CROSS_ENTROPY.name
    epochs: int = 30
    batch_size: int = 10
    learning_rate: float = 0.5
    schedule: str = CONSTANT
    patience: int = 10
    regularisation: float = 0.0
    first_weights: str = SMALL
    images: int = 50_000
    seed: int = 0

    def __post_init__(self) -> None:
        for name, value in asdict(self).items():
            check_setting(name, value)

    @property
    def cost_function(self) -> Cost:
        """The cost with its formulas."""
        return COSTS[self.cost]

    @property
    def batches(self) -> int:
        """Steps per epoch."""
        return -(-self.images // self.batch_size)

    def to_json(self) -> dict[str, Any]:
        """Return what a JSON file keeps of the settings."""
        return asdict(self)

    @staticmethod
    def from_json(value: Any) -> "RunSettings":
        """Return the settings that a JSON file holds.

        Parameters
        ----------
        value : object
            What :meth:`to_json` returned, or anything else.

        Returns
        -------
        RunSettings
            Settings that are not in the file have their defaults.

        Raises
        ------
        ValueError
            If it holds something else.
        """
        known = {field.name for field in fields(RunSettings)}
        if not isinstance(value, dict) or not known.issuperset(value):
            raise ValueError(message("these are not the settings of a training run."))
        return RunSettings(**value)


def check_setting(name: str, value: object) -> None:
    """Refuse a value that a setting cannot have.

    Parameters
    ----------
    name : str
        A field of :class:`RunSettings`.
    value : object
        What it should become.

    Raises
    ------
    ValueError
        With a sentence that names the setting, its range and the value.
    """
    problem = _problem(name, value)
    if problem is not None:
        raise ValueError(problem)


def _problem(name: str, value: object) -> Message | None:
    what = _NAMES[name]
    if name in _CHOICES:
        if value in _CHOICES[name]:
            return None
        choices = ", ".join(_CHOICES[name])
        return message(
            "{what} must be one of: {choices}; found {value}.",
            what=what, choices=choices, value=value,
        )  # fmt: skip
    if name in _WHOLE:
        low, high = _WHOLE[name]
        if type(value) is int and low <= value <= high:
            return None
        return message(
            "{what} must be a whole number from {low} to {high:,}; found {value}.",
            what=what, low=low, high=high, value=value,
        )  # fmt: skip
    smallest, largest = _REAL[name]
    if type(value) in (int, float) and math.isfinite(value) and smallest <= value <= largest:  # type: ignore[arg-type, operator]
        return None
    return message(
        "{what} must be a number from {low:g} to {high:,g}; found {value}.",
        what=what, low=smallest, high=largest, value=value,
    )  # fmt: skip
