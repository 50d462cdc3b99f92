"""Files of parameters, as they are found: what opens, what is said of it, what is refused."""

import collections
import io
import json
import pickle

import numpy as np
import pytest

from mnist_desktop import FileFormatError, Parameters, load_parameters, predict
from mnist_desktop.model.formats import to_json, to_npy, to_npz

NAMES = ("W1", "B1", "W2", "B2")


def npy(*arrays):
    file = io.BytesIO()
    for array in arrays:
        np.save(file, array)
    return file.getvalue()


def objects(arrays):
    """The lecture's object array."""
    whole = np.empty(len(arrays), object)
    whole[:] = arrays
    return whole


def npz(arrays=(), **named):
    file = io.BytesIO()
    np.savez(file, *arrays, **named)
    return file.getvalue()


def named(arrays, names=NAMES):
    return dict(zip(names, arrays, strict=True))


def safetensors(arrays, kind="F32", dtype="<f4"):
    header, numbers = {"__metadata__": {"format": "pt"}}, b""
    for name, array in arrays.items():
        data = array.astype(dtype).tobytes()
        offsets = [len(numbers), len(numbers) + len(data)]
        header[name] = {"dtype": kind, "shape": list(array.shape), "data_offsets": offsets}
        numbers += data
    text = json.dumps(header).encode()
    return len(text).to_bytes(8, "little") + text + numbers


def network2(arrays):
    W1, B1, W2, B2 = (array.tolist() for array in arrays)
    return {"sizes": [784, len(W1), 10], "weights": [W1, W2], "biases": [B1, B2], "cost": "Q"}


def equal(parameters, arrays):
    return all(np.array_equal(a, b) for a, b in zip(parameters, arrays, strict=True))


def test_whole_lecture_works_on_a_file_of_its_own(shipped, digits, tmp_path):
    np.save(tmp_path / "parameters.npy", objects(list(shipped)))
    W1, B1, W2, B2 = load_parameters(tmp_path / "parameters.npy")
    split = digits.splits["test"]
    assert predict([(split.image(0), 7)], W1, W2, B1, B2) == [7]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("parameters.npy", lambda a: npy(objects(a))),
        ("dict.npy", lambda a: npy(np.array(named(a), object))),
        ("four.npy", lambda a: npy(*a)),
        ("named.npz", lambda a: npz(**named(a))),
        ("arr.npz", lambda a: npz(a)),
        ("objects.npz", lambda a: npz(parameters=objects(a))),
        ("network.json", lambda a: json.dumps(network2(a)).encode()),
        ("spaced.json", lambda a: b"\xef\xbb\xbf" + json.dumps(network2(a), indent=1).encode()),
        ("list.pkl", lambda a: pickle.dumps(a)),
        ("lists.pkl", lambda a: pickle.dumps([x.tolist() for x in a])),
        ("layers.pkl", lambda a: pickle.dumps([(a[0], a[1]), (a[2], a[3])])),
        ("network1.pkl", lambda a: pickle.dumps({"weights": a[::2], "biases": a[1::2]})),
        ("ordered.pkl", lambda a: pickle.dumps(collections.OrderedDict(named(a)))),
        ("network.safetensors", lambda a: safetensors(named(a), "F64", "<f8")),
        *((f"dict{n}.pkl", lambda a, n=n: pickle.dumps(named(a), n)) for n in range(6)),
        *((f"array{n}.pkl", lambda a, n=n: pickle.dumps(objects(a), n)) for n in range(6)),
    ],
)
def test_file_with_nothing_to_say(name, content, network, opened):
    parameters = opened(name, content(network))
    assert isinstance(parameters, Parameters)
    assert equal(parameters, network)
    assert parameters.notes == []
    assert parameters.stored == "float64"


@pytest.mark.parametrize(
    "names",
    [
        ("W_1", "B_1", "W_2", "B_2"),
        ("w1", "b1", "w2", "b2"),
        ("W0", "b0", "W1", "b1"),
        ("weights1", "biases1", "weights2", "biases2"),
        ("fc1.weight", "fc1.bias", "fc2.weight", "fc2.bias"),
        ("0.weight", "0.bias", "2.weight", "2.bias"),
        ("dense/kernel:0", "dense/bias:0", "dense_1/kernel:0", "dense_1/bias:0"),
        ("output.weight", "output.bias", "top.weight", "top.bias"),
        ("hiddenWeights", "hiddenBiases", "outputWeights", "outputBiases"),
    ],
)
def test_usual_names(names, network, opened):
    # Written backwards: the names count, not the order.
    content = dict(reversed(named(network, names).items()))
    parameters = opened("network.safetensors", safetensors(content, "F64", "<f8"))
    assert equal(parameters, network)
    assert parameters.notes == []


def test_unknown_names_are_told_apart_by_shapes(network, opened):
    parameters = opened("network.npz", npz(**named(network, ("p", "q", "r", "s"))))
    assert equal(parameters, network)
    assert any("the shapes decided" in note for note in parameters.notes)


def test_batch_norm_is_left_out_and_said(network, opened):
    extra = {name: np.ones((3, 1)) for name in ("gamma1", "beta1", "ave1", "var1")}
    extra |= {"bn.weight": np.ones(3), "bn.bias": np.ones(3)}
    parameters = opened("network.npz", npz(**named(network), **extra))
    assert equal(parameters, network)
    assert parameters.notes == ["Left out: gamma1, beta1, ave1, var1, bn.weight and 1 more."]


def test_numbers_beside_the_arrays_are_left_out(network, opened):
    content = {**named(network), "epochs": 30, "eta": 3.0, "cost": "quadratic"}
    parameters = opened("network.pkl", pickle.dumps(content))
    assert equal(parameters, network)
    assert parameters.notes == ["Left out: epochs, eta, cost."]


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (lambda W1, B1, W2, B2: [W1, W2, B1, B2], "order W1, W2, B1, B2"),
        (lambda W1, B1, W2, B2: [W2, B2, W1, B1], "unusual order"),
        (lambda W1, B1, W2, B2: [W1, B1.ravel(), W2, B2.ravel()], "B1 is stored as (3,)"),
        (lambda W1, B1, W2, B2: [W1, B1.T, W2, B2.T], "B2 is stored as (1, 10)"),
        (lambda W1, B1, W2, B2: [W1.T.copy(), B1, W2.T.copy(), B2], "W1 is stored as (784, 3)"),
        (lambda W1, B1, W2, B2: [W1, B1, W2.T.copy(), B2], "W2 is stored as (3, 10)"),
        (lambda *a: [np.asfortranarray(x) for x in a], "Fortran"),
        (lambda *a: [x.astype(">f8") for x in a], "big-endian"),
    ],
)
@pytest.mark.parametrize("write", [npz, lambda a: npy(objects(a)), pickle.dumps])
def test_other_forms_are_turned_and_said(turn, words, write, network, opened):
    parameters = opened("network", write(turn(*network)))
    assert equal(parameters, network)
    assert any(words in note for note in parameters.notes)


@pytest.mark.parametrize("code", ["f2", ">f4", "f4"])
def test_short_numbers_are_held_as_float64(code, network, opened):
    arrays = [array.astype(code) for array in network]
    parameters = opened("network.npz", npz(arrays))
    assert equal(parameters, arrays)
    assert {array.dtype for array in parameters} == {np.dtype(np.float64)}
    assert parameters.stored == np.dtype(code).name
    assert any(parameters.stored in note for note in parameters.notes)


def test_bfloat16_is_the_upper_half_of_a_float32(network, opened):
    upper = [(a.astype("<f4").view("<u4") >> 16).astype("<u2").reshape(a.shape) for a in network]
    parameters = opened("network.safetensors", safetensors(named(upper), "BF16", "<u2"))
    assert all(np.allclose(a, b, rtol=0.01) for a, b in zip(parameters, network, strict=True))


def test_square_weights_are_taken_as_rows_of_digits(opened):
    rng = np.random.default_rng(1)
    arrays = [rng.normal(size=shape) for shape in ((10, 784), (10, 1), (10, 10), (10, 1))]
    parameters = opened("network.npz", npz(**named(arrays)))
    assert equal(parameters, arrays)
    assert any("square" in note for note in parameters.notes)


def test_as_many_hidden_units_as_pixels(opened):
    rng = np.random.default_rng(1)
    arrays = [rng.normal(size=shape) for shape in ((784, 784), (784, 1), (10, 784), (10, 1))]
    parameters = opened("network.npz", npz(**named(arrays)))
    assert equal(parameters, arrays)
    assert parameters.notes == [
        "W1 is square: its rows are taken as hidden units, its columns as pixels."
    ]


@pytest.mark.parametrize(
    ("turn", "words"),
    [
        (lambda a: [*a[:2], np.ones((3, 3)), np.ones((3, 1)), *a[2:]], "3 layers"),
        (lambda a: a[:2], "expected images and labels, or W1"),
        (lambda a: [a[0][:, :783], *a[1:]], "(3, 783)"),
        (lambda a: [*a[:2], a[2][:, :2], a[3]], "(10, 2)"),
        (lambda a: [*a[:2], a[2][:9], a[3][:9]], "(9, 3)"),
        (lambda a: [np.where(a[0] > 3, np.nan, a[0]), *a[1:]], "not a number"),
        (lambda a: [np.where(a[0] > 3, np.inf, a[0]), *a[1:]], "infinite"),
        (lambda a: [a[0].astype(complex), *a[1:]], "complex"),
        (lambda a: [np.empty((0, 784)), np.empty((0, 1)), np.empty((10, 0)), a[3]], "(0, 784)"),
        (lambda a: [a[0].astype("U8"), *a[1:]], "text"),
        (lambda a: [a[0], np.float64(1), a[2], np.float64(2)], "expected images and labels, or W1"),
    ],
)
@pytest.mark.parametrize("write", [npz, lambda a: npy(objects(a)), lambda a: pickle.dumps(a, 2)])
def test_other_networks_are_refused_with_the_reason(turn, words, write, network, refusal):
    assert words in refusal("network", write(turn(network)))


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (("W1", "B1"), "one layer"),
        (("W1", "B1", "W2", "B2", "W3", "B3"), "3 layers of weights"),
        (("W1", "B1", "W2 of 4 outputs", "B2"), "4 outputs"),
        (("W1", "B1 too short", "W2", "B2"), "B1 should be (3, 1)"),
        (("W1 of 64 pixels", "B1", "W2", "B2"), "one weight a pixel"),
    ],
)
def test_other_named_networks_are_refused_with_the_reason(names, words, network, refusal):
    W1, B1, W2, B2 = network
    arrays = {
        **named(network),
        "W3": W2,
        "B3": B2,
        "W2 of 4 outputs": W2[:4],
        "B1 too short": B1[:2],
        "W1 of 64 pixels": W1[:, :64],
    }
    content = npz(**{name.partition(" ")[0]: arrays[name] for name in names})
    assert words in refusal("network.npz", content)


def test_three_layers_of_network2_are_refused(network, refusal):
    content = network2(network)
    content["weights"].append(content["weights"][1])
    assert "3 layers of weights" in refusal("network.json", json.dumps(content).encode())


def test_json_of_something_else(refusal):
    assert "expected images and labels, or W1" in refusal(
        "settings.json", b'{"theme": "dark", "scale": 2}'
    )
    assert "damaged or was cut" in refusal("network.json", b'{"sizes": [784, 30')


def test_ragged_list_that_np_save_could_not_save(network, tmp_path):
    path = tmp_path / "parameters.npy"
    with pytest.raises(ValueError, match="inhomogeneous"):
        np.save(path, network)
    with pytest.raises(FileFormatError, match=r"empty \(0 bytes\).*np\.save"):
        load_parameters(path)


def test_object_of_a_program_is_named(refusal):
    content = b"\x80\x02c__main__\nNetwork\n)\x81}U\x05sizes]sb."
    assert "__main__.Network" in refusal("network.pkl", content)
    content = b"ccopy_reg\n_reconstructor\n(c__main__\nNetwork\nc__builtin__\nobject\nNtR."
    assert "__main__.Network" in refusal("network.pkl", content)


@pytest.mark.parametrize("write", [npy, pickle.dumps, lambda a: npz([a])])
def test_one_array_alone_is_refused_in_words(write, refusal):
    assert "(3, 784)" in refusal("network", write(np.ones((3, 784))))


def test_files_of_other_programs_are_named(refusal):
    old_torch = pickle.dumps(0x1950A86A20F9469CFC6C, 2) + pickle.dumps(1001, 2)
    assert "a file of PyTorch" in refusal("network.pt", old_torch)
    assert "an HDF5 file, as Keras saves" in refusal("network.h5", b"\x89HDF\r\n\x1a\n")
    assert "text in UTF-16" in refusal("train.csv", "label,pixel0".encode("utf-16"))


def test_digits_are_no_parameters(digits, tmp_path):
    split = digits.splits["test"]
    np.savez(tmp_path / "test.npz", images=split.images[:3], labels=split.labels[:3])
    with pytest.raises(FileFormatError, match="digits; expected parameters"):
        load_parameters(tmp_path / "test.npz")


@pytest.mark.parametrize(
    ("name", "write"), [("a.npz", to_npz), ("a.json", to_json), ("a.npy", to_npy)]
)
def test_what_is_written_reads_back_equal(name, write, shipped, opened):
    parameters = opened(name, write(shipped))
    assert equal(parameters, shipped)
    assert parameters.notes == []


def test_parameters_npy_is_as_the_lecture_loads_it(shipped):
    W1, B1, W2, B2 = np.load(io.BytesIO(to_npy(shipped)), allow_pickle=True)
    assert equal((W1, B1, W2, B2), shipped)


def test_json_is_as_network2_loads_it(shipped):
    content = json.loads(to_json(shipped))
    assert content["sizes"] == [784, 30, 10]
    assert content["cost"] in {"CrossEntropyCost", "QuadraticCost"}
    assert all(np.array_equal(a, b) for a, b in zip(content["weights"], shipped[::2], strict=True))
