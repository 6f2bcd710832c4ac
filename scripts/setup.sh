#!/usr/bin/env bash
# Puts in place what a build needs, and says plainly what it cannot do.
#
#   scripts/setup.sh run    compiler for server and WebAssembly, npm packages
#   scripts/setup.sh test   the same, and browser, PostgreSQL and Python tools for the tests
#
# It changes nothing outside the checkout, the user's caches and installed packages. A second run only looks.
set -euo pipefail

mode="${1:-run}"
root="$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)"
cache="${XDG_CACHE_HOME:-$HOME/.cache}/sentra"
mkdir -p "$cache"

. "$root/scripts/setup/packages.sh"
. "$root/scripts/setup/toolchain.sh"
. "$root/scripts/setup/node.sh"
. "$root/scripts/setup/testing.sh"

case "$mode" in
  run) ensure_c_compiler; ensure_toolchain; ensure_node_packages ;;
  test) ensure_c_compiler; ensure_toolchain; ensure_node_packages; ensure_browser; ensure_postgres; ensure_python_tools ;;
  *) echo "usage: scripts/setup.sh run|test" >&2; exit 2 ;;
esac
