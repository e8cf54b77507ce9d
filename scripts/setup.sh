#!/usr/bin/env bash
# Installs the missing tools of one part of the toolchain. Prints nothing if none is missing.
#   scripts/setup.sh rust | tools | node | python | browser | fuzz | deny | release
set -euo pipefail
cd "$(dirname "$0")/.."

TRUNK=0.21.14
WASM_BINDGEN=0.2.126
CARGO_FUZZ=0.13.2
CARGO_CYCLONEDX=0.5.9
CARGO_DENY=0.20.2
RUST_MINOR=90 # rust-version in Cargo.toml
CARGO_ROOT="$PWD/.tools/cargo"
PATH="$CARGO_ROOT/bin:$PATH"

say() { printf '%s\n' "==> $*"; }
fail() { printf '%s\n' "$@" >&2; exit 1; }
have() { command -v "$1" >/dev/null 2>&1; }

# Installs Debian packages, as root or with a sudo that needs no password; otherwise prints the command.
packages() {
  local reason=$1 sudo=()
  shift
  if ! have apt-get; then
    fail "$reason" "Please install what Debian calls: $*"
  fi
  if [ "$(id -u)" != 0 ]; then
    if ! sudo -n true 2>/dev/null; then
      fail "$reason" "Please run: sudo apt-get update && sudo apt-get install --no-install-recommends $*"
    fi
    sudo=(sudo -n)
  fi
  say "$reason Installing $* with apt-get (one to three minutes)."
  "${sudo[@]}" apt-get update -q
  "${sudo[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -qy --no-install-recommends "$@"
}

rust() {
  if ! have rustc || ! have cargo; then
    fail "Rust is missing: install rustup from https://rustup.rs, then open a new shell."
  fi
  # rustup reads rust-toolchain.toml here and installs what it names.
  local minor
  minor=$(rustc --version | sed -E 's/^rustc 1\.([0-9]+).*/\1/')
  if [ "$minor" -lt "$RUST_MINOR" ]; then
    have rustup || fail "Rust 1.$RUST_MINOR or newer is needed; this is $(rustc --version)."
    say "$(rustc --version) is too old: rustup update stable (about a minute)."
    rustup update stable
  fi
  if [ ! -d "$(rustc --print target-libdir --target wasm32-unknown-unknown)" ]; then
    have rustup || fail "Rust's target wasm32-unknown-unknown is missing."
    say "Rust cannot make WebAssembly yet: rustup target add wasm32-unknown-unknown (seconds)."
    rustup target add wasm32-unknown-unknown
  fi
  if ! have cc; then
    packages "Rust needs a C compiler to link with." gcc libc6-dev
  fi
}

# The published build of a tool for Linux on x86-64, and its SHA-256: an update changes version and sum together.
published() {
  case $1 in
    trunk) printf '%s\n' "https://github.com/trunk-rs/trunk/releases/download/v$TRUNK/trunk-x86_64-unknown-linux-gnu.tar.gz" \
      f2b4680cd239693a646a2795e4633c625328d7b2a044fbe749fa3a2fe9e7036b ;;
    wasm-bindgen) printf '%s\n' "https://github.com/wasm-bindgen/wasm-bindgen/releases/download/$WASM_BINDGEN/wasm-bindgen-$WASM_BINDGEN-x86_64-unknown-linux-musl.tar.gz" \
      064948d58e2d6c0a745216477a639ba696216d6309aaa902939d1b865b1d869d ;;
    *) return 1 ;;
  esac
}

# Installs the published build. Fails if there is none, or if it cannot be downloaded, has another sum or does not run.
prebuilt() {
  local program=$1 url sum folder found
  [ "$(uname -sm)" = "Linux x86_64" ] && have curl && published "$program" >/dev/null || return 1
  { read -r url && read -r sum; } < <(published "$program")
  say "$program is missing: trying its published build (seconds)."
  folder=$(mktemp -d)
  if curl --fail --silent --location --connect-timeout 5 --max-time 180 --output "$folder/archive" "$url" \
    && printf '%s  %s\n' "$sum" "$folder/archive" | sha256sum --check --status \
    && tar -xzf "$folder/archive" -C "$folder" \
    && found=$(find "$folder" -type f -name "$program" -print -quit) && "$found" --version >/dev/null 2>&1; then
    mkdir -p "$CARGO_ROOT/bin"
    install -m 755 "$found" "$CARGO_ROOT/bin/$program"
    rm -rf "$folder"
    return
  fi
  rm -rf "$folder"
  return 1
}

# rust_tool PROGRAM CRATE VERSION HOW_LONG [FLAG...]: provides the program in this exact version, on PATH or in .tools.
rust_tool() {
  local program=$1 crate=$2 version=$3 time=$4
  shift 4
  case "$("$program" --version 2>/dev/null)" in
    "$program $version" | "$program $version "*) return ;;
  esac
  if prebuilt "$program"; then
    return
  fi
  if have cargo-binstall; then
    say "$program $version is missing: trying its published build (seconds)."
    # Only from the tool's own releases; if that fails, it is compiled below.
    if cargo binstall --no-confirm --disable-telemetry --strategies crate-meta-data \
      --root "$CARGO_ROOT" "$crate@$version"; then
      return
    fi
  fi
  say "$program $version is missing: compiling it into .tools/cargo (once, $time of processor time)."
  say "If it is interrupted, the next run continues where it stopped."
  CARGO_TARGET_DIR="$PWD/.tools/build" CARGO_PROFILE_DEV_DEBUG=0 CARGO_PROFILE_DEV_INCREMENTAL=false \
    cargo install "$crate" --version "$version" --locked --debug --root "$CARGO_ROOT" "$@"
}

tools() {
  rust_tool wasm-bindgen wasm-bindgen-cli "$WASM_BINDGEN" "about 3 minutes"
  rust_tool trunk trunk "$TRUNK" "about 7 minutes" --no-default-features --features rustls
  rm -rf .tools/build
}

fuzz() {
  if ! have c++; then
    packages "libFuzzer needs a C++ compiler." g++
  fi
  rust_tool cargo-fuzz cargo-fuzz "$CARGO_FUZZ" "about a minute"
  rm -rf .tools/build
}

# Installs programs that PyPI has as prebuilt packages, each with its version and hash.
python_tools() {
  have python3 || packages "Python 3 is missing." python3
  local done=.tools/python/.installed
  if ! cmp -s scripts/python-tools.txt "$done"; then
    say "Installing the programs of scripts/python-tools.txt into .tools/python (seconds)."
    rm -rf .tools/python
    python3 -m venv .tools/python 2>/dev/null || { packages "Python cannot make environments." python3-venv; python3 -m venv .tools/python; }
    .tools/python/bin/pip install --quiet --disable-pip-version-check --require-hashes --only-binary :all: -r scripts/python-tools.txt
    cp scripts/python-tools.txt "$done"
  fi
}

# Installs the checker of licences, duplicates and advisories.
deny() {
  rust_tool cargo-deny cargo-deny "$CARGO_DENY" "about 8 minutes"
  rm -rf .tools/build
}

release() {
  python_tools
  if [ "$(uname -s)" = Linux ]; then
    if ! have x86_64-w64-mingw32-gcc; then
      packages "The program for Windows needs its linker." gcc-mingw-w64-x86-64
    fi
    if ! have musl-gcc; then
      packages "The static program for Linux needs a C compiler for its parts in C." musl-tools
    fi
    rustup target add x86_64-unknown-linux-musl x86_64-pc-windows-gnu 2>/dev/null
  fi
  rust_tool cargo-cyclonedx cargo-cyclonedx "$CARGO_CYCLONEDX" "about 3 minutes"
  rm -rf .tools/build
}

node_packages() {
  have node || fail "Node 20 or newer is missing: https://nodejs.org"
  have npm || fail "npm is missing; it comes with Node: https://nodejs.org"
  local major
  major=$(node --version | sed -E 's/^v([0-9]+).*/\1/')
  [ "$major" -ge 20 ] || fail "Node 20 or newer is needed; this is $(node --version)."
  # npm writes this file last, so its absence also shows an interrupted install.
  local done=node_modules/.package-lock.json
  if [ ! -e "$done" ] || [ package-lock.json -nt "$done" ] || [ .npmrc -nt "$done" ]; then
    say "Installing the npm packages of package-lock.json into node_modules (330 MB, half a minute)."
    npm ci --loglevel=error
    touch "$done"
  fi
}

# Installs Firefox and WebKit. If the system has no package for one of them, the tests skip it and say so, except in CI.
engines() {
  local missing=()
  if ! node scripts/firefox.mjs >/dev/null; then
    [ -z "${GONGKAI_FIREFOX:-}" ] || fail "GONGKAI_FIREFOX is $GONGKAI_FIREFOX, which is not an executable program."
    missing+=(firefox-esr)
  fi
  node scripts/webkit.mjs >/dev/null || missing+=(webkit2gtk-driver xvfb xauth)
  [ ${#missing[@]} != 0 ] || return 0
  if (packages "The tests also run in Firefox and WebKit." "${missing[@]}"); then
    return 0
  fi
  [ -z "${CI:-}" ] || fail "In CI all engines are needed."
  say "Without ${missing[*]}, the tests skip the engines that need them (GONGKAI_FIREFOX can name another Firefox)."
}

browser() {
  if ! node scripts/chromium.mjs >/dev/null; then
    [ -z "${GONGKAI_CHROMIUM:-}" ] || fail "GONGKAI_CHROMIUM is $GONGKAI_CHROMIUM, which is not an executable program."
    packages "The tests need Chromium (GONGKAI_CHROMIUM can name another one)." chromium
    node scripts/chromium.mjs >/dev/null || fail "Chromium was not found; set GONGKAI_CHROMIUM to the path of one."
  fi
  engines
  if have fc-list && [ -z "$(fc-list :lang=zh file)" ]; then
    packages "The screenshots need a font with Chinese characters." fonts-noto-cjk
  fi
  if ! have nginx && ! [ -x /usr/sbin/nginx ]; then
    packages "A test serves a published folder with nginx." nginx-light
  fi
  if ! have apache2 && ! [ -x /usr/sbin/apache2 ]; then
    packages "A test serves a published folder with Apache." apache2-bin media-types
  fi
}

case "${1:-}" in
  rust) rust ;;
  tools) tools ;;
  node) node_packages ;;
  browser) browser ;;
  fuzz) fuzz ;;
  python) python_tools ;;
  deny) deny ;;
  release) release ;;
  *) fail "usage: scripts/setup.sh rust | tools | node | python | browser | fuzz | deny | release" ;;
esac
