"""Runs notebooks with nbclient and writes the outputs into them, so many at a time as asked; nothing is limited by the clock.

usage: execute.py PATIENCE_SECONDS AT_A_TIME ALLOW_ERRORS FILE...
"""

import asyncio
import os
import sys

import nbformat
from nbclient import NotebookClient

patience, at_a_time, allow_errors, *files = sys.argv[1:]


async def run(file: str, turn: asyncio.Semaphore) -> None:
    async with turn:
        notebook = nbformat.read(file, as_version=4)
        client = NotebookClient(
            notebook,
            timeout=None,
            startup_timeout=int(patience),
            iopub_timeout=int(patience),
            allow_errors=allow_errors == "true",
            resources={"metadata": {"path": os.path.dirname(os.path.abspath(file))}},
        )
        await client.async_execute()
        nbformat.write(notebook, file)


async def main() -> None:
    turn = asyncio.Semaphore(int(at_a_time))
    await asyncio.gather(*(run(file, turn) for file in files))


asyncio.run(main())
