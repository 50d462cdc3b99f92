"""Which of the arrays of a file are W1, B1, W2 and B2, by their names or by their shapes."""

import re
from collections.abc import Mapping, Sequence
from itertools import pairwise, permutations

import numpy as np

from mnist_desktop.model.errors import Refused, listed, one_line
from mnist_desktop.model.formats.arrays import AnyArray, as_array, dimensions, unwrapped
from mnist_desktop.model.message import message
from mnist_desktop.model.network import Parameters

PIXELS, CLASSES = 784, 10

#: Rashid's book calls its two arrays of weights so.
_OF_RASHID = {"wih": "w1", "who": "w2", "bih": "b1", "bho": "b2"}
_WEIGHTS = {"w", "weight", "weights", "kernel"}
_BIASES = {"b", "bias", "biases"}
_NORM = {"bn", "norm", "batchnorm", "layernorm"}
_EXPECTED = "expected images and labels, or W1 (H, 784), B1 (H, 1), W2 (10, H) and B2 (10, 1)"

Layer = tuple[tuple[bool, int, str], ...]


def four_arrays(tree: object) -> tuple[list[AnyArray], list[str]]:
    """Return W1, B1, W2 and B2 as they are stored, and what there is to say of the choice.

    Parameters
    ----------
    tree : dict, list or tuple
        What a file holds.

    Raises
    ------
    Refused
        If there are fewer, or more layers than two.
    """
    tree = unwrapped(tree)
    if isinstance(tree, Mapping):
        return _named(tree)
    if isinstance(tree, list | tuple):
        return _in_order(_flat(tree))
    bytes_only = isinstance(tree, np.ndarray) and tree.dtype == np.uint8
    if isinstance(tree, np.ndarray) and bytes_only and tree.shape[1:] == (PIXELS,):
        raise Refused(
            message(
                "it has 784 columns, so no labels (as Kaggle's test.csv). Expected 785: the "
                "label, then the pixels; or the labels in a file beside it, as X_train and y_train."
            )
        )
    found = f"one array of {dimensions(tree.shape)}" if isinstance(tree, np.ndarray) else "no array"
    raise Refused(message("{expected}; found {found}.", expected=_EXPECTED, found=found))


def _flat(items: Sequence[object]) -> list[AnyArray]:
    """Return the arrays of a list, or of lists in it: ((W1, W2), (B1, B2)) and the like."""
    arrays: list[AnyArray] = []
    for item in items[:64]:
        array = as_array(item)
        if array is not None:
            arrays.append(array)
        elif isinstance(item, list | tuple):
            arrays += [inner for inner in map(as_array, item[:64]) if inner is not None]
    return arrays


def _named(tree: Mapping[object, object]) -> tuple[list[AnyArray], list[str]]:
    weights, biases = _sides(tree.get("weights")), _sides(tree.get("biases"))
    if weights and biases:
        chosen = _network2(weights, biases)
        _check_sizes(tree.get("sizes"), chosen)
        return chosen, []
    named = {str(name): as_array(value) for name, value in tree.items()}
    arrays = {name: array for name, array in named.items() if array is not None}
    if arrays and all(re.fullmatch(r"arr_\d{1,2}", name) for name in arrays):
        return _in_order([arrays[name] for name in sorted(arrays, key=lambda name: int(name[4:]))])
    arrays = {name: array for name, array in arrays.items() if array.ndim}
    alone = _weights_alone(arrays)
    if alone:
        return _with_zeros(alone)
    layers = _layers(arrays)
    if not layers and len(arrays) == len(Parameters._fields):
        chosen, notes = _in_order(list(arrays.values()))
        return chosen, [*notes, f"The names {listed(arrays)} are not known; the shapes decided."]
    if len(layers) != 2:
        raise Refused(_wrong_number(layers, list(arrays.values())))
    chosen_names = [name for pair in layers for name in pair]
    left_out = [name for name in named if name not in chosen_names]
    notes = [f"Left out: {listed(left_out)}."] if left_out else []
    return [arrays[name] for name in chosen_names], notes


def _weights_alone(arrays: Mapping[str, AnyArray]) -> list[AnyArray]:
    """Return the weights of two layers without biases, the one of the pixels first."""
    matrices = [array for array in arrays.values() if array.ndim == 2]
    if len(arrays) != 2 or len(matrices) != 2:
        return []
    ordered = sorted(matrices, key=lambda array: PIXELS not in array.shape)
    return ordered if _are_weights(*ordered) else []


def _are_weights(W1: AnyArray, W2: AnyArray) -> bool:
    if PIXELS not in W1.shape or W1.ndim != 2:
        return False
    return sorted(W2.shape) == sorted((CLASSES, W1.size // PIXELS))


def _with_zeros(weights: Sequence[AnyArray]) -> tuple[list[AnyArray], list[str]]:
    """Return the four arrays of a network that has no biases: adding 0 changes nothing."""
    W1, W2 = weights
    zeros = [np.zeros((count, 1), array.dtype) for count, array in
             ((W1.size // PIXELS, W1), (CLASSES, W2))]  # fmt: skip
    note = message("The network has no biases; they are 0.")
    return [W1, zeros[0], W2, zeros[1]], [note]


def _sides(value: object) -> Sequence[object]:
    """Return the arrays of a list; where all have one shape, a reader gives a single array."""
    if isinstance(value, np.ndarray) and value.ndim > 1:
        return list(value)
    return value if isinstance(value, list | tuple) else []


def _network2(weights: Sequence[object], biases: Sequence[object]) -> list[AnyArray]:
    """Return the arrays of the book's network2: a list of weights and one of biases."""
    if not len(weights) == len(biases) == 2:
        raise Refused(
            message(
                "it holds {count} layers of weights and {count_2} of biases; expected two.",
                count=len(weights),
                count_2=len(biases),
            )
        )
    W1, W2, B1, B2 = (as_array(item) for item in (*weights, *biases))
    if W1 is None or W2 is None or B1 is None or B2 is None:
        raise Refused(
            message(
                "{expected}; in its weights and biases are other things than numbers.",
                expected=_EXPECTED,
            )
        )
    return [W1, B1, W2, B2]


def _check_sizes(sizes: object, arrays: Sequence[AnyArray]) -> None:
    """Refuse a network whose own account of its sizes is another than its arrays'."""
    hidden = arrays[1].size
    if isinstance(sizes, np.ndarray) and sizes.tolist() != [PIXELS, hidden, CLASSES]:
        raise Refused(
            message(
                "its sizes say {sizes}, but its arrays are of {hidden} hidden units; it may be put "
                "together from two networks.",
                sizes=one_line(sizes.astype(int).tolist()),
                hidden=hidden,
            )
        )


def _layers(arrays: Mapping[str, AnyArray]) -> list[tuple[str, str]]:
    """Return the names of weights and biases, a pair a layer, from the first layer to the last."""
    weights: dict[Layer, str] = {}
    biases: dict[Layer, str] = {}
    for name, array in arrays.items():
        words = set(_words(name))
        if words & _NORM or (words & _WEIGHTS and words & _BIASES):
            continue
        if words & _WEIGHTS and array.ndim == 2:
            weights[_layer(name)] = name
        elif words & _BIASES:
            biases[_layer(name)] = name
    pairs = [(weights[layer], biases[layer]) for layer in sorted(weights) if layer in biases]
    # Names such as "output" and "hidden" say no order, but the pixels do.
    return sorted(pairs, key=lambda pair: PIXELS not in arrays[pair[0]].shape)


def _layer(name: str) -> Layer:
    """Return what is left of a name without the word for weights or biases; it can be sorted."""
    rest = [word for word in _words(name) if word not in _WEIGHTS | _BIASES]
    return tuple((word.isdigit(), int(word) if word.isdigit() else 0, word) for word in rest)


def _words(name: str) -> list[str]:
    parted = re.sub(r"([a-z])([A-Z])", r"\1 \2", name[:200])
    words = [_OF_RASHID.get(word, word) for word in re.findall(r"[a-z]+|\d+", parted.lower())]
    return re.findall(r"[a-z]+|\d{1,9}", " ".join(words))


def is_parameter(name: str) -> bool:
    """Whether a name says that weights or biases are in it.

    Parameters
    ----------
    name : str
        Of an array, or of a file without its ending.
    """
    words = set(_words(name))
    return bool(words & (_WEIGHTS | _BIASES)) and not words & _NORM


def _in_order(arrays: list[AnyArray]) -> tuple[list[AnyArray], list[str]]:
    """Return four arrays in the order W1, B1, W2, B2, told by their shapes."""
    if len(arrays) == 2 and _are_weights(*arrays):
        return _with_zeros(arrays)
    if len(arrays) != len(Parameters._fields):
        raise Refused(_wrong_number([], arrays))
    fitting = [order for order in permutations(range(4)) if _fits([arrays[i] for i in order])]
    for usual, words in (((0, 1, 2, 3), ""), ((0, 2, 1, 3), "W1, W2, B1, B2")):
        if usual in fitting:
            notes = [f"The arrays are stored in the order {words}."] if words else []
            return [arrays[i] for i in usual], notes
    if len(fitting) == 1:
        return [arrays[i] for i in fitting[0]], [
            "The arrays are stored in an unusual order; their shapes tell them apart."
        ]
    raise Refused(message("{expected}; found {found}.", expected=_EXPECTED, found=_shapes(arrays)))


def _fits(arrays: Sequence[AnyArray]) -> bool:
    W1, B1, W2, B2 = arrays
    if W1.ndim != 2 or W2.ndim != 2 or PIXELS not in W1.shape:
        return False
    hidden = W1.size // PIXELS
    return (
        sorted(W2.shape) == sorted((CLASSES, hidden))
        and B1.size == hidden == max(B1.shape, default=0)
        and B2.size == CLASSES == max(B2.shape, default=0)
    )


def _wrong_number(layers: Sequence[object], arrays: Sequence[AnyArray]) -> str:
    matrices = [array for array in arrays if array.ndim == 2 and min(array.shape) > 1]
    count = max(len(layers), len(matrices))
    if (count > 2 and _follow(matrices if len(matrices) > 2 else [])) or len(layers) > 2:
        return f"it holds {count} layers of weights; this program shows networks of two layers."
    if len(layers) == 1:
        return f"it holds one layer; {_EXPECTED}."
    if len(arrays) == len(matrices) == 2:
        return f"it holds two arrays of weights but no biases; {_EXPECTED}."
    return f"{_EXPECTED}; found {_shapes(arrays) if arrays else 'none'}."


def _follow(matrices: Sequence[AnyArray]) -> bool:
    """Whether each array of weights can take what the one before gives."""
    pairs = list(pairwise(matrices))
    return bool(pairs) and all(set(one.shape) & set(next_one.shape) for one, next_one in pairs)


def _shapes(arrays: Sequence[AnyArray]) -> str:
    return listed([dimensions(array.shape) for array in arrays])
