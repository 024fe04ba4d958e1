"""Runs a notebook with nbclient and writes the outputs into it; nothing is limited by the clock but the start.

usage: execute.py PATIENCE_SECONDS ALLOW_ERRORS FILE
"""

import os
import sys

import nbformat
from nbclient import NotebookClient

patience, allow_errors, file = sys.argv[1:]
notebook = nbformat.read(file, as_version=4)
NotebookClient(
    notebook,
    timeout=None,
    startup_timeout=int(patience),
    iopub_timeout=int(patience),
    allow_errors=allow_errors == "true",
    resources={"metadata": {"path": os.path.dirname(os.path.abspath(file))}},
).execute()
nbformat.write(notebook, file)
