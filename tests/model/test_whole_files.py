"""Files that are replaced: whole, with their mode, through links, and without litter."""

import os
import stat
import subprocess
import sys

import pytest

from mnist_desktop.model.whole_files import replacing


def write(path, content=b"new"):
    with replacing(path) as file:
        file.write(content)


def test_file_keeps_who_may_read_it(tmp_path):
    path = tmp_path / "network.npz"
    path.write_bytes(b"old")
    path.chmod(0o640)
    write(path)
    assert path.read_bytes() == b"new"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_file_that_may_only_be_read_stays(tmp_path):
    path = tmp_path / "network.npz"
    path.write_bytes(b"old")
    path.chmod(0o444)
    with pytest.raises(PermissionError) as caught:
        write(path)
    assert caught.value.filename == str(path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_link_stays_and_its_file_is_replaced(tmp_path):
    (tmp_path / "folder").mkdir()
    file, link = tmp_path / "folder" / "file", tmp_path / "link"
    file.write_bytes(b"old")
    link.symlink_to(file)
    write(link)
    assert link.is_symlink()
    assert file.read_bytes() == b"new"


def test_link_to_a_file_that_is_not_there_yet(tmp_path):
    (tmp_path / "link").symlink_to("file")
    write(tmp_path / "link")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "file").read_bytes() == b"new"


def test_link_that_leads_to_itself_stays(tmp_path):
    link = tmp_path / "link"
    link.symlink_to("link")
    with pytest.raises(OSError, match=r"link") as caught:
        write(link)
    assert caught.value.filename == str(link)
    assert link.is_symlink()
    assert [entry.name for entry in tmp_path.iterdir()] == ["link"]


KILLED = """
import os, sys
from mnist_desktop.model.whole_files import replacing
with replacing(sys.argv[1]) as file:
    file.write(b"half")
    os._exit(1)
"""


def test_next_write_removes_what_a_killed_one_left(tmp_path):
    path = tmp_path / "network.npz"
    subprocess.run([sys.executable, "-c", KILLED, path], check=False)
    assert [entry.suffix for entry in tmp_path.iterdir()] == [".part"]
    write(tmp_path / "other.npz")
    assert [entry.name for entry in tmp_path.iterdir()] == ["other.npz"]


def test_write_that_goes_on_is_left_alone(tmp_path):
    with replacing(tmp_path / "slow") as file:
        file.write(b"slow")
        other = tmp_path / f".mnist-desktop-{os.getppid()}-1.part"
        other.write_bytes(b"of another process that runs")
        write(tmp_path / "quick")
        assert other.exists()
    assert (tmp_path / "slow").read_bytes() == b"slow"
