"""Gathers every sentence that the window can show, and makes the files of the languages.

    python -m scripts.update_translations [FOLDER]

The words in ui/ are found by pyside6-lupdate, the templates of model, session and
plots by their calls of message() and counted(). Written are, in resources/translations
or in another folder, `mnist_desktop_pseudo.ts`, in which every sentence is wrapped in
⟦ ⟧ and a third longer, and its .qm, which the program reads. A language is begun by
copying the .ts under the name of its code.
"""

import ast
import re
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mnist_desktop"
FOLDER = ROOT / "resources" / "translations"
CONTEXT = "Messages"
#: Fields, places, mnemonics, tags and entities stay as they are; a line break may stand anywhere.
_KEPT = re.compile(r"\{[^{}]*\}|%n|&(?:\w+;|\w)|<[^>]+>|\n")


def tool(name: str, *arguments: Path | str) -> None:
    """Run a tool of PySide6, which lies beside the interpreter."""
    program = Path(sys.executable).with_name(name)
    subprocess.run([program, *arguments], check=True, capture_output=True)


def templates(path: Path) -> Iterator[tuple[str, bool]]:
    """Yield the templates in a module, and whether each is counted."""
    place = {"message": 0, "counted": 1}
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in place:
            template = node.args[place[node.func.id]]
            if isinstance(template, ast.Constant) and isinstance(template.value, str):
                yield template.value, node.func.id == "counted"


def gathered(source: Path) -> None:
    """Write all templates as a module that lupdate reads."""
    found = sorted({one for path in PACKAGE.rglob("*.py") for one in templates(path)})
    lines = ["from PySide6.QtCore import QCoreApplication\n"]
    for template, is_counted in found:
        more = ", None, 2" if is_counted else ""
        lines.append(f"QCoreApplication.translate({CONTEXT!r}, {template!r}{more})\n")
    source.write_text("".join(lines), encoding="utf-8")


def pseudo(text: str) -> str:
    """Return a text with accents, wrapped in ⟦ ⟧ and a third longer; what must stay, stays."""
    wider = "·" * (len(text) // 3)
    table = str.maketrans("aeiouAEIOU", "áéíóúÁÉÍÓÚ")
    kept = iter(_KEPT.findall(text))
    pieces = [piece.translate(table) for piece in _KEPT.split(text)]
    words = pieces[0] + "".join(next(kept) + piece for piece in pieces[1:])
    return f"⟦{words}{wider}⟧"


def fill(path: Path) -> int:
    """Put the pseudo-language into a .ts file; return the number of its sentences."""
    tree = ElementTree.parse(path)  # noqa: S314 (we have just written it)
    tree.getroot().set("language", "en")
    count = 0
    for entry in tree.iter("message"):
        source = entry.findtext("source") or ""
        translation = entry.find("translation")
        assert translation is not None
        translation.attrib.pop("type", None)
        forms = translation.findall("numerusform")
        for one in forms or [translation]:
            one.text = pseudo(source)
        count += 1
    tree.write(path, encoding="utf-8", xml_declaration=True)
    return count


def main(folder: Path = FOLDER) -> int:
    """Make the files anew; return the number of sentences."""
    folder.mkdir(parents=True, exist_ok=True)
    ts = folder / "mnist_desktop_pseudo.ts"
    ts.unlink(missing_ok=True)
    with tempfile.TemporaryDirectory() as place:
        messages = Path(place) / "messages.py"
        gathered(messages)
        sources = sorted((PACKAGE / "ui").rglob("*.py"))
        tool(
            "pyside6-lupdate",
            *("-locations", "none", "-no-obsolete", "-source-language", "en"),
            *("-target-language", "en"),
            *sources,
            messages,
            "-ts",
            ts,
        )
    count = fill(ts)
    tool("pyside6-lrelease", ts, "-qm", ts.with_suffix(".qm"))
    return count


if __name__ == "__main__":
    chosen = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    print(f"{main(chosen)} sentences")
