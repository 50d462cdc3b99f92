"""What the README promises is so."""

import re
from pathlib import Path

import pytest

README = (Path(__file__).parents[1] / "README.md").read_text(encoding="utf-8")


CODES = re.findall(r"```python\n(.*?)```", README, re.DOTALL)


@pytest.mark.parametrize("code", CODES)
def test_code_for_a_notebook_runs_and_gives_what_it_says(code):
    names = {}
    exec(code, names)
    call, promised = re.search(r"^(predict\(.*\)) +# (\[[^]]*\])", code, re.MULTILINE).groups()
    assert eval(call, names) == eval(promised)


def test_files_that_it_leads_to_are_there():
    links = re.findall(r"\]\(([^)#]+)\)", README)
    missing = [link for link in links if not (Path(__file__).parents[1] / link).exists()]
    assert links
    assert missing == []
