#!/usr/bin/env bash
# Prints the rustc flags that keep this machine's paths out of what is shipped: a panic names its
# source file, which for a dependency is an absolute path. They go into a variable of which cargo
# adds the words to .cargo/config.toml's flags.
set -euo pipefail
cd "$(dirname "$0")/.."

sysroot=$(rustc --print sysroot)
# What the standard library's own build says, so that installed sources change nothing.
library=/rustc/$(rustc --version --verbose | sed -n 's/^commit-hash: //p')

flags=${CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUSTFLAGS:-}
# Of two that match, the later one counts.
for pair in "$PWD/=" "${CARGO_HOME:-$HOME/.cargo}/registry/src/=" "$sysroot/lib/rustlib/src/rust=$library"; do
  case $pair in
    # The variable holds words only.
    *[[:space:]]*) printf '%s\n' "==> A path with a space stays in the build: ${pair%=*}" >&2 ;;
    *) flags+=" --remap-path-prefix=$pair" ;;
  esac
done
printf '%s\n' "$flags"
