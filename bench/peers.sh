#!/bin/sh
# Brian 2, for rows of `npm run bench` and tests of exchange: in an environment of its own, .venv-brian2. It needs g++.
set -e
cd "$(dirname "$0")/.."
python3 -m venv .venv-brian2
.venv-brian2/bin/pip install --quiet brian2 "numpy<2" "setuptools<81"
