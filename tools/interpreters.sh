#!/bin/sh
# Prints the folders of the Pythons that pyenv has, as a path to append to PATH; prints nothing where pyenv is not.
set -eu
root=${PYENV_ROOT:-$HOME/.pyenv}
for folder in "$root"/versions/3.1[0-9]*/bin; do
  [ ! -x "$folder/python" ] || printf ':%s' "$folder"
done
