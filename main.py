"""Start MNIST Desktop from a checkout."""

from mnist_desktop.app import main

if __name__ == "__main__":
    raise SystemExit(main())
