"""The rooms behind build.py, standard library only.

Rooms:
    places       where things are
    report       what is said while working, and the error that ends it
    files        files and folders that are either whole or absent
    within       a time limit for a call
    lock         one build at a time
    pins         the runtime files: names, sizes, hashes
    sources      the two places they are fetched from
    runtime      fetch what is missing, check everything
    environment  the virtual environment with the pinned packages
    pages        a page joined from its parts
    npm_packages what comes from npm, as a lock file has it
    esbuild      the program that joins and shortens files
    styles       the page's styles, joined
    scripts      the page's scripts, joined
    modules      the scripts a page starts with, named in it
    joining      all of that
    homes        where the kernel is at home: Pyodide and kinds of machines
    kernel       the kernel's C file, compiled for them
    wheel        py/emkit as wheels
    examples     what the page shows or offers at once, computed by emkit
    bytecode     Python's modules compiled by Pyodide, for the browser
    slimming     NumPy and the standard library without what a start never needs
    manifest     the list of runtime files, and Pyodide's lock file
    mime         the media types
    dist         dist/, assembled and swapped in
    weights      what a first visit weighs
    budget       and how much it may
    static_host  how files are answered
    serving      dist/ on 127.0.0.1
    node_tools   what the tests have from npm: type checker, linters, axe
    debian       packages of the system, where they can be had
    browsers     a Chromium and a Firefox for the tests
"""
