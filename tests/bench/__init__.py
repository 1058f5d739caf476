"""The benchmarks: `python3 build.py bench`.

Who is measured takes turns, so that whatever else the machine does meets all of them; the least of
each one's times counts, which other work disturbed least. Ratios of one run can be believed on any
machine, times cannot.

Modules:
    problems     what is fitted: rows and parameters, the same everywhere
    textbook     EM as a textbook has it, in NumPy
    floor        a loop over the same memory that only computes the exponentials
    iteration    one iteration of each contender
    limit        the way to within 1e-6 of the limit
    measuring    what a place is asked to measure, here or in the tab's Python
    places       where measuring is done: this Python, the tab's, Node
    startup      how long our page and a minimal one take to be of use
    weight       the bytes of a first visit
    rounds       the problems, the rounds, and everything measured in one run
    claims       what must come out of it, beside what did
    machine      what it was measured on
    table, picture   the results for people: as text, and as a drawing in the README
"""
