# %% [markdown]
# # Lecture 1: a network that reads digits
#
# Run it cell by cell in an editor or a notebook, or as a whole: `python examples/lecture_1.py`.
# A figure that stands last in a cell is shown below it.

# %% The digits: 50,000 images to learn from, 10,000 to choose by, 10,000 to test with.
from mnist_desktop import (
    evaluate,
    f,
    load_data_wrapper,
    load_parameters,
    plot_image,
    plot_images,
    predict,
    sigmoid,
)

training_data, validation_data, test_data = load_data_wrapper()
print("images:", len(training_data), len(validation_data), len(test_data))

# %% An image is a column of 784 numbers from 0 to 1; its label in training is a column as well.
image, label = training_data[0]
print("shapes:", image.shape, label.shape)
print("first label as a column:", label.ravel().astype(int))

# %% In the other two splits a label is simply the digit.
image, label = test_data[0]
print("first test label:", label)

# %% The picture of it ...
plot_image(image)

# %% ... and a row of ten.
plot_images(test_data[0:10])

# %% The sigmoid squeezes any number between 0 and 1; of an array, each number by itself.
print("sigmoid of 0:", sigmoid(0))
print("sigmoid of [1, 2, 3]:", sigmoid([1, 2, 3]).round(2))

# %% A trained network is nothing but four arrays of numbers.
W1, B1, W2, B2 = load_parameters()
print("parameters:", W1.shape, B1.shape, W2.shape, B2.shape)

# %% From the image to ten scores. They do not sum to 1, and are no probabilities.
scores = f(image, W1, W2, B1, B2)
print("scores:", scores.ravel().round(3))
print("highest:", scores.argmax())

# %% A prediction is the digit with the highest score.
print("predictions:", predict(test_data[0:10], W1, W2, B1, B2))
print("labels:     ", [label for _, label in test_data[0:10]])

# %% How many of the first 1,000 test images are read right?
predictions = predict(test_data[0:1000], W1, W2, B1, B2)
labels = [label for _, label in test_data[0:1000]]
right = sum(p == y for p, y in zip(predictions, labels, strict=True))
print("right of the first 1,000:", right)

# %% And of all 10,000? All columns in one go are much faster than one after another.
from mnist_desktop.model.data import load_digits

digits = next(load_digits("test"))
*_, evaluation = evaluate(digits.splits["test"], load_parameters())
print(f"right of all 10,000: {len(evaluation) - evaluation.errors:,}")
