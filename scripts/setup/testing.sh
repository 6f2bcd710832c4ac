# What only the tests need.

ensure_browser() {
  local name
  for name in chromium chromium-browser google-chrome google-chrome-stable; do
    command -v "$name" >/dev/null && return
  done
  apt_install chromium || fail "Chromium or Google Chrome is needed for the browser tests."
}

ensure_postgres() {
  command -v initdb >/dev/null && return
  ls /usr/lib/postgresql/*/bin/initdb >/dev/null 2>&1 && return
  apt_install postgresql || fail "PostgreSQL's programs (initdb, postgres) are needed: the tests start a server of their own."
}

# Schemathesis and a mail server, in a folder of their own.
ensure_python_tools() {
  local folder="$cache/python" wanted="$root/end2end/requirements.txt"
  cmp -s "$wanted" "$folder/requirements.txt" && return
  rm -rf "$folder"
  if ! python3 -m venv "$folder" 2>/dev/null; then
    rm -rf "$folder"
    apt_install python3 python3-venv && python3 -m venv "$folder" || fail "Python 3.10 or newer with venv is needed for the API tests."
  fi
  echo "setup: Python tools for the tests"
  "$folder/bin/pip" install --quiet --disable-pip-version-check --requirement "$wanted" || fail "pip could not install end2end/requirements.txt"
  cp "$wanted" "$folder/requirements.txt"
}
