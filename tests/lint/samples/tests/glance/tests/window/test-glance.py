def looks(program):
    assert program.find_all("label"), "nothing"
    assert not program.find_all("dialog")
