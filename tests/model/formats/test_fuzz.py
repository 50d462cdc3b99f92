"""Five hundred damaged files of every format; scripts/fuzz_formats.py does thousands."""


def test_every_file_of_the_corpus_opens(fuzzer, tmp_path):
    figures = fuzzer["Figures"]()
    files = fuzzer["corpus"]()
    (tmp_path / "train-labels-idx1-ubyte").write_bytes(b"\0\0\x08\x01\0\0\0\x3c" + bytes(60))
    for name, data in files.items():
        (tmp_path / name).write_bytes(data)
        fuzzer["open_one"](tmp_path / name, figures)
    assert sum(figures.outcomes.values()) == len(files)
    assert not figures.outcomes["refused"]


def test_damaged_files_end_in_data_or_the_error(fuzzer, tmp_path):
    figures = fuzzer["fuzz"](500, 20, tmp_path)
    assert figures.wrong == []
    assert figures.slowest[0] < fuzzer["MAX_SECONDS"]
    assert figures.memory < fuzzer["MAX_MEMORY"]
    assert sum(figures.outcomes.values()) == 500
    assert figures.outcomes["refused"] < 490
