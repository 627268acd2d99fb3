#!/bin/sh
# Mutation tests of rules/ in a copy of the tree, build/mutation: the checkout itself is never changed.
#   rules/engine   mutmut changes the bodies of functions; `make mutation` goes through all of them
#   rules/schemes  are declarations at module level, which mutmut leaves alone: cosmic-ray changes them
# What survived last time, and why, is in SURVIVORS.md beside this file.
set -eu

root=$(cd "$(dirname "$0")/../.." && pwd)
copy=$root/build/mutation
PATH=$root/.venv/bin:$PATH
export PATH

rm -rf "$copy"
mkdir -p "$copy/tests"
cp -R "$root/rules" "$root/pyproject.toml" "$root/tests/mutation/setup.cfg" "$root/tests/mutation/schemes.toml" "$copy"
cp -R "$root/tests/rules" "$root/tests/conftest.py" "$root/tests/__init__.py" "$copy/tests"
cd "$copy"

mutmut run "$@"
mutmut results

cosmic-ray init schemes.toml schemes.sqlite
cr-filter-operators schemes.sqlite schemes.toml
cosmic-ray exec schemes.toml schemes.sqlite
cr-report --surviving-only --show-diff schemes.sqlite
