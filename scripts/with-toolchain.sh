#!/usr/bin/env bash
# Runs a command with the compiler that scripts/setup.sh chose: scripts/with-toolchain.sh cargo xtask build
set -euo pipefail
. "${XDG_CACHE_HOME:-$HOME/.cache}/sentra/toolchain.env"
cd "$(dirname "${BASH_SOURCE[0]}")/.."
exec "$@"
