# Packages of the system, and words for a person where they cannot be had.

fail() {
  printf 'setup: %s\n' "$*" >&2
  exit 1
}

as_root() {
  if [ "$(id -u)" = 0 ]; then "$@"; else sudo -n "$@"; fi
}

may_install() {
  command -v apt-get >/dev/null && { [ "$(id -u)" = 0 ] || sudo -n true 2>/dev/null; }
}

# apt_install PACKAGE…: quiet, and with fresh lists only when the old ones do not do.
apt_install() {
  may_install || return 1
  local install=(env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$@")
  echo "setup: installing $*"
  as_root "${install[@]}" >/dev/null 2>&1 && return
  as_root apt-get update -qq >/dev/null && as_root "${install[@]}" >/dev/null
}

ensure_c_compiler() {
  command -v cc >/dev/null && return
  apt_install gcc libc6-dev || fail "a C compiler is needed (SQLite and WebP are C). Install gcc or clang, then run this again."
}
