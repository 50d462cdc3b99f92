"""Start MNIST Desktop as ``python -m mnist_desktop``."""

from mnist_desktop.app import main

raise SystemExit(main())
