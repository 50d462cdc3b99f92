import copy

import pytest

from mnist_desktop.model.message import counted, message

GERMAN = {
    "expected {n} images; found {what}.": "{n} Bilder erwartet, {what} gefunden.",
    "a folder": "ein Ordner",
    "{n} images": "{n} Bilder",
}


def german(template, number):
    if template == "{n} images" and number == 1:
        return "{n} Bild"
    return GERMAN.get(template, template)


def test_a_message_is_plain_english_as_it_is():
    said = message("expected {n} images; found {what}.", n=3, what=message("a folder"))
    assert said == "expected 3 images; found a folder."
    assert f"{said}" == "expected 3 images; found a folder."


def test_a_message_is_translated_with_the_messages_in_it():
    said = message("expected {n} images; found {what}.", n=3, what=message("a folder"))
    assert said.translated(german) == "3 Bilder erwartet, ein Ordner gefunden."


@pytest.mark.parametrize(
    ("n", "english", "translated"),
    [(0, "0 images", "0 Bilder"), (1, "1 image", "1 Bild"), (2, "2 images", "2 Bilder")],
)
def test_what_is_counted_has_the_plural_of_each_language(n, english, translated):
    said = counted("{n} image", "{n} images", n=n)
    assert said == english
    assert said.translated(german) == translated
    assert said.translated(lambda template, _: template) == english


def test_braces_in_data_stay_as_they_are():
    said = message("{name}: {why}", name="{0}.npz", why=message("found {x}", x="{y}"))
    assert said == "{0}.npz: found {y}"
    assert said.translated(lambda template, _: template) == "{0}.npz: found {y}"


def test_a_copy_can_be_translated_too():
    said = copy.deepcopy(counted("{n} image", "{n} images", n=2))
    assert said.translated(german) == "2 Bilder"
