#!/bin/sh
# Brian 2 and NEURON, for rows of `npm run bench` and tests of exchange: in an environment of their own, .venv-peers. Brian 2 needs g++.
set -e
cd "$(dirname "$0")/.."
python3 -m venv .venv-peers
.venv-peers/bin/pip install --quiet brian2 neuron "numpy<2" "setuptools<81"
