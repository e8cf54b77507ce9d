#!/usr/bin/env bash
# Prints the rustc flags that keep this machine's paths out of the shipped files: a panic names its source file,
# which for a dependency is an absolute path. Cargo adds the flags in CARGO_TARGET_…_RUSTFLAGS to those in
# .cargo/config.toml.
#   scripts/remap.sh [TARGET]
set -euo pipefail
cd "$(dirname "$0")/.."

sysroot=$(rustc --print sysroot)
# The path in the published standard library, so that installed sources make no difference.
library=/rustc/$(rustc --version --verbose | sed -n 's/^commit-hash: //p')

target=${1:-wasm32-unknown-unknown}
# Not ${target^^}, which the bash of macOS does not know.
variable=CARGO_TARGET_$(printf '%s' "$target" | tr 'a-z-' 'A-Z_')_RUSTFLAGS
flags=${!variable:-}
# If two match, the later one is used.
for pair in "$PWD/=" "${CARGO_HOME:-$HOME/.cargo}/registry/src/=" "$sysroot/lib/rustlib/src/rust=$library"; do
  case $pair in
    # The variable is split at spaces.
    *[[:space:]]*) printf '%s\n' "==> A path with a space stays in the build: ${pair%=*}" >&2 ;;
    *) flags+=" --remap-path-prefix=$pair" ;;
  esac
done
printf '%s\n' "$flags"
