"""Runs notebooks with nbclient, all at once, and writes the outputs into them; nothing is limited by the clock but the
start. Prints what nbclient says of each, as a list: "" or the error at which it stopped.

usage: execute.py PATIENCE_SECONDS '[{"file": …, "allowErrors": false, "kernel": "tslab"}, …]'
"""

import asyncio
import json
import os
import sys

import nbformat
from nbclient import NotebookClient

patience, jobs = int(sys.argv[1]), json.loads(sys.argv[2])


async def execute(job):
    notebook = nbformat.read(job["file"], as_version=4)
    client = NotebookClient(
        notebook,
        timeout=None,
        startup_timeout=patience,
        iopub_timeout=patience,
        allow_errors=job["allowErrors"],
        kernel_name=job["kernel"],
        resources={"metadata": {"path": os.path.dirname(os.path.abspath(job["file"]))}},
    )
    await client.async_execute()
    nbformat.write(notebook, job["file"])


async def main():
    return await asyncio.gather(*map(execute, jobs), return_exceptions=True)


print(json.dumps(["" if done is None else f"{type(done).__name__}: {done}" for done in asyncio.run(main())]))
