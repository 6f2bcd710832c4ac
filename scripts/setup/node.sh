# npm packages of the build and of the browser tests.

ensure_node_packages() {
  local folder="$root/end2end"
  local stamp="$folder/node_modules/.sentra-lock"
  cmp -s "$folder/package-lock.json" "$stamp" && return
  if ! command -v npm >/dev/null; then
    apt_install nodejs npm || fail "Node 18 or newer with npm is needed (wasm-opt comes from npm)."
  fi
  echo "setup: npm packages"
  (cd "$folder" && npm ci --ignore-scripts --no-audit --no-fund --loglevel=error) || fail "npm ci failed in end2end/"
  cp "$folder/package-lock.json" "$stamp"
}
