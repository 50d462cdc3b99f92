"""Install the system libraries that Qt needs, where they are missing and apt may be used.

Run as ``python scripts/install_qt_libraries.py PLATFORM``, where PLATFORM is
offscreen or xcb, with a Python that has PySide6. Ends with 1 and one line on
what to install where it may not do so itself.
"""

import os
import shutil
import subprocess
import sys

from mnist_desktop.ui.base.display import PACKAGES, missing_library


def main() -> int:
    """Return 0 if nothing is missing in the end."""
    platform = sys.argv[1]
    if not sys.platform.startswith("linux"):
        return 0
    if missing_library(platform):
        apt_install()
    problem = missing_library(platform)
    if problem:
        print(problem, file=sys.stderr)
    return int(bool(problem))


def apt_install() -> None:
    """Install all packages if this user may, asking for no password."""
    prefix = [] if os.geteuid() == 0 else ["sudo", "--non-interactive"]
    if not shutil.which("apt-get") or not all(map(shutil.which, prefix[:1])):
        return
    print("Installing the system libraries that Qt needs …", flush=True)
    quiet = [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "-qq"]
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *PACKAGES]):
        subprocess.run([*quiet, *words], stdin=subprocess.DEVNULL, capture_output=True, check=False)


if __name__ == "__main__":
    raise SystemExit(main())
