#!/usr/bin/env bash
# Runs every fuzz target, or the named ones, for a bounded time and in bounded memory.
#   SECONDS_EACH=60 scripts/fuzz.sh [text | html | docx | json ...]
# Needed: Rust, a C++ compiler, and cargo-fuzz, which comes into .tools (scripts/setup.sh fuzz). No
# nightly Rust: coverage is all that the stable one must be told to allow, and the address sanitizer,
# which it lacks, finds little in code without `unsafe`.
set -euo pipefail
cd "$(dirname "$0")/.."

export PATH="$PWD/.tools/cargo/bin:$PATH"
export RUSTC_BOOTSTRAP=1
EACH=${SECONDS_EACH:-60}
MEMORY=1024 # MB
LONGEST=10  # seconds for one input

say() { printf '%s\n' "==> $*"; }

# What is known to be a report, so that the search starts inside the code and not before it.
seeds() {
  local target=$1 folder=fuzz/corpus/$1
  mkdir -p "$folder"
  case "$target" in
    text) find crates/import/tests/corpus -name '*.txt' 2>/dev/null || true ;;
    html) find crates/import/tests/corpus -name '*.html' -o -name '*.htm' 2>/dev/null || true ;;
    docx) find crates/import/tests/corpus -name '*.docx' 2>/dev/null || true ;;
    json) find samples -name '*.json' ;;
  esac | while IFS= read -r file; do
    cp "$file" "$folder/seed-${file//\//-}"
  done
  case "$target" in
    text | html)
      printf '<table><tr><td rowspan=2>内容<td>件数</tr><tr><td>0</table>' >"$folder/seed-table" ;;
    docx)
      printf '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:tbl><w:tr><w:tc><w:p><w:r><w:t>1</w:t></w:r></w:p></w:tc><w:tc><w:p/></w:tc></w:tr></w:tbl></w:body></w:document>' \
        >"$folder/seed-table" ;;
  esac
}

dictionary() {
  case "$1" in
    html) printf -- '-dict=fuzz/page.dict' ;;
    docx) printf -- '-dict=fuzz/word.dict' ;;
  esac
}

targets=("$@")
[ $# -gt 0 ] || targets=(text html docx json)
say "Fuzzing ${targets[*]}, $EACH seconds each, after some three minutes of compiling the first time."
say "What breaks a target is kept in fuzz/artifacts. Needed: cargo-fuzz and a C++ compiler (scripts/setup.sh fuzz)."
for target in "${targets[@]}"; do
  seeds "$target"
  say "$target: $(find "fuzz/corpus/$target" -type f | wc -l) inputs to start from."
  # shellcheck disable=SC2046 # no dictionary is no argument
  cargo fuzz run --sanitizer none "$target" -- \
    -max_total_time="$EACH" -rss_limit_mb="$MEMORY" -timeout="$LONGEST" -print_final_stats=1 $(dictionary "$target")
done
say "Nothing broke."
