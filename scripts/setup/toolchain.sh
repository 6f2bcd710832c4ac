# One rustc for server and WebAssembly: names of islands must agree between the two.
#
# rustup where it can fetch the target; or Debian's rustc, whose standard library for wasm32 is built from Debian's
# source into a folder of ours. The outcome is $cache/toolchain.env, which Makefile, CI and xtask read.

rust_version=1.96.0
target=wasm32-unknown-unknown

ensure_toolchain() {
  local env_file="$cache/toolchain.env" key
  key="$(cksum <"$root/scripts/setup/toolchain.sh")"
  if [ -f "$env_file" ] && grep -qxF "# $key" "$env_file" && (. "$env_file" && toolchain_works); then return; fi
  # Debian's compiler first where it is installed already: that needs no network.
  if (debian_rust_is_there && from_debian >"$env_file.new") || from_rustup >"$env_file.new" || from_debian >"$env_file.new"; then
    printf '# %s\nunset RUSTFLAGS CARGO_ENCODED_RUSTFLAGS\n' "$key" >>"$env_file.new"
    mv "$env_file.new" "$env_file"
  else
    fail "no Rust $rust_version with the $target target. Either install rustup (https://rustup.rs) on a machine that reaches
static.rust-lang.org, or on Debian 12 as root: apt-get install rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-22"
  fi
}

toolchain_works() {
  command -v cargo >/dev/null && rustc --version >/dev/null 2>&1 && [ -e "$SENTRA_WASM_STD" ]
}

from_rustup() {
  command -v rustup >/dev/null || return 1
  # Where the network swallows the download, rustup waits for minutes and tries again.
  timeout "${SENTRA_RUSTUP_SECONDS:-90}" rustup toolchain install "$rust_version" --no-self-update --profile minimal \
    --component clippy --component rustfmt --target "$target" >&2 || return 1
  local bin
  bin="$(dirname "$(rustup which --toolchain "$rust_version" rustc)")"
  printf 'export RUSTUP_TOOLCHAIN=%s\nexport PATH="%s:$PATH"\nexport SENTRA_WASM_STD="%s"\n' \
    "$rust_version" "$bin" "$(dirname "$bin")/lib/rustlib/$target/lib"
}

from_debian() {
  local linker
  if ! debian_rust_is_there; then
    apt_install rustc-web cargo-web rust-web-src rust-web-clippy rustfmt-web lld-22 >&2 || return 1
    debian_rust_is_there || return 1
  fi
  linker="$(ls /usr/bin/wasm-ld-[0-9]* | sort -V | tail -1)"
  local sysroot
  sysroot="$cache/sysroot/$({ /usr/bin/rustc -vV; declare -f build_std; } | cksum | cut -d' ' -f1)"
  [ -d "$sysroot" ] || build_std "$sysroot" "$linker" >&2 || return 1
  cat <<ENV
unset RUSTUP_TOOLCHAIN
export PATH="/usr/bin:\$PATH"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$linker"
export CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS="--sysroot=$sysroot"
export SENTRA_WASM_STD="$sysroot/lib/rustlib/$target/lib"
ENV
}

debian_rust_is_there() {
  [ -x /usr/bin/cargo ] && [ -x /usr/bin/rustfmt ] && [ -x /usr/bin/cargo-clippy ] && [ -d "$(/usr/bin/rustc --print sysroot)/lib/rustlib/src" ] \
    && ls /usr/bin/wasm-ld-[0-9]* >/dev/null 2>&1 && [ "$(/usr/bin/rustc --version | cut -d' ' -f2)" = "$rust_version" ]
}

# build_std SYSROOT LINKER: the standard library for wasm32, once per compiler.
build_std() {
  local work
  work="$(mktemp -d)"
  echo "setup: building the standard library for WebAssembly (about a minute)"
  mkdir -p "$work/src"
  printf '#![no_std]\n' >"$work/src/lib.rs"
  printf '[package]\nname = "std-for-wasm"\nversion = "0.0.0"\nedition = "2024"\n[workspace]\n' >"$work/Cargo.toml"
  (
    cd "$work"
    # With bitcode, for link-time optimisation with our own code; small, as everything in a bundle.
    env RUSTFLAGS=-Cembed-bitcode=yes RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 CARGO_TARGET_DIR="$work/target" \
      CARGO_PROFILE_RELEASE_OPT_LEVEL=s \
      CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER="$2" \
      /usr/bin/cargo build -q -Z build-std=std,panic_abort --target "$target" --release
  ) || return 1
  local lib="$1.new/lib/rustlib/$target/lib"
  rm -rf "$1.new"
  mkdir -p "$lib"
  cp "$work/target/$target/release/deps/"*.rlib "$lib/"
  rm -f "$lib"/libstd_for_wasm-*.rlib
  mv "$1.new" "$1"
  rm -rf "$work"
}
