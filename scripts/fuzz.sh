#!/usr/bin/env bash
# Runs every fuzz target, or the ones named, for a limited time and with limited memory.
#   SECONDS_EACH=60 scripts/fuzz.sh [text | html | docx | doc | rtf | odf | xls | xlsx | ofd | pdf | json ...]
# Needs Rust, a C++ compiler and cargo-fuzz, which scripts/setup.sh fuzz installs into .tools. It needs no
# nightly Rust: RUSTC_BOOTSTRAP allows coverage on the stable compiler, and the address sanitizer, which
# is missing there, finds little in code without `unsafe`.
set -euo pipefail
cd "$(dirname "$0")/.."

export PATH="$PWD/.tools/cargo/bin:$PATH"
export RUSTC_BOOTSTRAP=1
EACH=${SECONDS_EACH:-60}
MEMORY=1024 # MB
LONGEST=10  # seconds for one input

say() { printf '%s\n' "==> $*"; }

# Copies known reports into the corpus, so that the search starts from valid input.
seeds() {
  local target=$1 folder=fuzz/corpus/$1 office=crates/import/tests/documents/office
  mkdir -p "$folder"
  case "$target" in
    text) find crates/import/tests/corpus -name '*.txt' 2>/dev/null || true ;;
    html) find crates/import/tests/corpus -name '*.html' -o -name '*.htm' 2>/dev/null || true ;;
    docx) find crates/import/tests/corpus -name '*.docx' 2>/dev/null || true ;;
    doc | rtf | xls | xlsx) find "$office" -name "*.$target" ! -name 'longde*' ;;
    odf) find "$office" -name 'looks.odt' -o -name 'sheet.ods' ;;
    pdf) find crates/import/tests/documents/pdf -name '*.pdf' -size -40k ;;
    json) find samples -name '*.json' ;;
  esac | while IFS= read -r file; do
    cp "$file" "$folder/seed-${file//\//-}"
  done
  case "$target" in
    text | html)
      printf '<table><tr><td rowspan=2>内容<td>件数</tr><tr><td>0</table>' >"$folder/seed-table" ;;
    rtf)
      printf '{\\trowd\\clvmgf\\cellx900\\cellx1800\\pard\\intbl 1\\cell {\\v 2}\\cell\\row}\\u20844\\'"'"'3f' >"$folder/seed-table" ;;
    odf)
      printf '<office:document><office:body><office:text><table:table><table:table-row><table:table-cell table:number-rows-spanned="2"><text:p>1</text:p></table:table-cell><table:table-cell/></table:table-row></table:table></office:text></office:body></office:document>' \
        >"$folder/seed-table" ;;
    pdf)
      printf '100 100 m 300 100 l S 100 130 m 300 130 l S 100 100 m 100 130 l S 200 100 m 200 130 l S 300 100 m 300 130 l S BT /F 10 Tf 110 110 Td <89C47AE0> Tj 100 0 Td <00310032> Tj ET' \
        >"$folder/seed-table" ;;
    ofd)
      printf '<Page><PhysicalBox>0 0 210 297</PhysicalBox><TextObject Boundary="20 20 60 5" Size="5"><TextCode X="0" Y="4" DeltaX="g 3 5">1</TextCode></TextObject><PathObject Boundary="9 9 99 99" Fill="true"><AbbreviatedData>M 0 0 L 9 0 L 9 9 C</AbbreviatedData></PathObject></Page>' \
        >"$folder/seed-table" ;;
    xlsx)
      printf '<worksheet><numFmt numFmtId="164" formatCode="#,##0"/><fonts><font/></fonts><cellXfs><xf numFmtId="164"/></cellXfs><sheetData><row r="1"><c r="A1" s="0"><v>1</v></c></row></sheetData><mergeCells><mergeCell ref="A1:B2"/></mergeCells></worksheet>' \
        >"$folder/seed-table" ;;
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
[ $# -gt 0 ] || targets=(text html docx doc rtf odf xls xlsx ofd pdf json)
say "Fuzzing ${targets[*]}, $EACH seconds each, after some three minutes of compiling the first time."
say "Inputs that break a target are kept in fuzz/artifacts. Needs cargo-fuzz and a C++ compiler (scripts/setup.sh fuzz)."
for target in "${targets[@]}"; do
  seeds "$target"
  say "$target: $(find "fuzz/corpus/$target" -type f | wc -l) inputs to start from."
  # shellcheck disable=SC2046 # without a dictionary there is no argument
  cargo fuzz run --sanitizer none "$target" -- \
    -max_total_time="$EACH" -rss_limit_mb="$MEMORY" -timeout="$LONGEST" -print_final_stats=1 $(dictionary "$target")
done
say "Nothing broke."
