#!/usr/bin/env bash
# Compiles the workspace with the oldest Rust that Cargo.toml declares.
set -euo pipefail
cd "$(dirname "$0")/.."

oldest=$(sed -n 's/^rust-version = "\(.*\)"$/\1/p' Cargo.toml)
printf '%s\n' "==> Rust $oldest, the oldest that Cargo.toml declares."
rustup toolchain install "$oldest" --profile minimal --target wasm32-unknown-unknown --no-self-update
export CARGO_TARGET_DIR=target/oldest-rust
cargo "+$oldest" check --locked --workspace --all-targets
cargo "+$oldest" check --locked --target wasm32-unknown-unknown --package gongkai --package 'gongkai-module-*'
