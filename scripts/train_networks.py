"""Make the networks in resources/networks, and the README.md there that says how.

Run as ``python scripts/train_networks.py``; it takes some minutes on two cores.
Candidates learn from the training split, the validation split chooses one of
them and its epoch, and only then the choice is evaluated on the test split.
"""

import os
from collections.abc import Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from itertools import product
from typing import NamedTuple

import numpy as np
from threadpoolctl import threadpool_limits

from mnist_desktop.model.data import Split, load_digits
from mnist_desktop.model.evaluation import evaluate
from mnist_desktop.model.formats.parameters import NETWORKS
from mnist_desktop.model.network import Parameters
from mnist_desktop.model.training import TrainingSettings, train

SIZES = (30, 100)
COMMON = TrainingSettings(epochs=100, batch_size=30, learning_rate=1.0, seed=1)
SHIFTS = (0, 1)
REGULARISATIONS = (2.0, 5.0, 10.0)

#: Accuracies as near as this are equal: it is less than their standard error. Of
#: equals the one with the larger λ is chosen, for its weights are easier to read.
EQUAL = 0.001


class Candidate(NamedTuple):
    """What came of some settings: the best epoch on validation and its network."""

    settings: TrainingSettings
    epoch: int
    validation: float
    parameters: Parameters


def splits() -> dict[str, Split]:
    """Return the three splits by name."""
    *_, digits = load_digits()
    return dict(digits.splits)


def accuracy(split: Split, parameters: Parameters) -> float:
    """Return the share of right predictions on a whole split."""
    *_, evaluation = evaluate(split, parameters)
    return evaluation.accuracy


def run(settings: TrainingSettings) -> Candidate:
    """Train with some settings, keep the epoch that is best on validation."""
    digits = splits()
    best = Candidate(settings, 0, 0.0, Parameters(*[np.empty(0)] * 4))
    # One BLAS thread: the processes share the cores, and sums keep their order.
    with threadpool_limits(1):
        for progress in train(digits["training"], settings):
            if progress.epoch_ends:
                parameters = Parameters(*(p.astype(np.float64) for p in progress.parameters))
                right = accuracy(digits["validation"], parameters)
                if right > best.validation:
                    best = Candidate(settings, progress.epoch, right, parameters)
    print(row(best), flush=True)
    return best


def choose(candidates: list[Candidate]) -> Candidate:
    """Return the best on validation; of equals, the one with the larger λ."""
    best = max(candidate.validation for candidate in candidates)
    equals = [candidate for candidate in candidates if candidate.validation >= best - EQUAL]
    return max(equals, key=lambda c: (c.settings.regularisation, c.validation))


def row(candidate: Candidate) -> str:
    """Return a candidate as a line of the README's table."""
    settings = candidate.settings
    return (
        f"| {settings.shift} | {settings.regularisation:g} "
        f"| {candidate.epoch} of {settings.epochs} | {candidate.validation:.2%} |"
    )


def report(name: str, candidates: Iterable[Candidate], chosen: Candidate) -> str:
    """Return the README's section on one network; looks at test, once."""
    digits = splits()
    training, test = (accuracy(digits[s], chosen.parameters) for s in ("training", "test"))
    settings = chosen.settings
    table = "\n".join(row(candidate) for candidate in candidates)
    return f"""## {name}

| split | right |
| --- | ---: |
| training | {training:.2%} |
| validation | {chosen.validation:.2%} |
| test | {test:.2%} |

Made with {settings.cost.name} cost, batches of {settings.batch_size} images, a learning rate
that falls in a straight line from {settings.learning_rate:g} to \
{settings.final_learning_rate:g} over {settings.epochs} epochs, λ = {settings.regularisation:g},
images moved at random by up to {settings.shift} pixel, seed {settings.seed}; taken after epoch \
{chosen.epoch}.

The candidates, of which validation chose; of those within {100 * EQUAL:g} points of the best,
the one with the largest λ, for its weights are easier to read:

| moved by up to, pixels | λ | best epoch | validation |
| ---: | ---: | ---: | ---: |
{table}
"""


INTRODUCTION = f"""# The networks

Written by `scripts/train_networks.py`, every figure measured by it (NumPy {np.__version__}).

Each file holds the parameters of a two-layer sigmoid network: `W1` (H, 784), `B1` (H, 1),
`W2` (10, H) and `B2` (10, 1), float64. Pixels are the bytes / 256.

They learned by mini-batch gradient descent from the 50,000 training images, with
`mnist_desktop.model.training` (after Michael Nielsen, *Neural Networks and Deep Learning*,
chapters 1 to 3). The 10,000 validation images chose settings and epoch; the 10,000 test images
were looked at once, after that.
"""


def main() -> None:
    """Train all candidates, write the chosen networks and the README."""
    NETWORKS.mkdir(parents=True, exist_ok=True)
    sections = [INTRODUCTION]
    with ProcessPoolExecutor(os.cpu_count()) as pool:
        for hidden in SIZES:
            name = f"784-{hidden}-10.npz"
            print(name)
            grid = [
                replace(COMMON, hidden=hidden, shift=shift, regularisation=regularisation)
                for shift, regularisation in product(SHIFTS, REGULARISATIONS)
            ]
            candidates = list(pool.map(run, grid))
            chosen = choose(candidates)
            np.savez_compressed(NETWORKS / name, **chosen.parameters._asdict())
            sections.append(report(name, candidates, chosen))
    (NETWORKS / "README.md").write_text("\n".join(sections), encoding="utf-8")


if __name__ == "__main__":
    main()
