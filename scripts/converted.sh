#!/usr/bin/env bash
# Converts the corpus of reports with LibreOffice and measures how the other formats are read.
#   scripts/converted.sh [FOLDER]        (default: target/converted, some ten minutes)
# A folder that is there is not made again. Needs soffice with Writer and Calc.
set -euo pipefail
cd "$(dirname "$0")/.."

export PATH="$PWD/.tools/cargo/bin:$PATH"
folder=${1:-target/converted}
reports=crates/import/tests/corpus/reports
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

# Converts files from one kind to another: filter, "EXTENSION:FILTER", folder, files.
convert() {
  [ -d "$3" ] && return
  printf '==> %s\n' "$3"
  soffice "-env:UserInstallation=file://$profile" --headless "--infilter=$1" --convert-to "$2" --outdir "$3" \
    "${@:4}" >/dev/null 2>&1
}

for kind in "docx:MS Word 2007 XML" "doc:MS Word 97" "odt:writer8" "rtf:Rich Text Format"; do
  convert "HTML (StarWriter)" "$kind" "$folder/${kind%%:*}" "$reports"/*.html
  convert "Text (encoded):UTF8,LF,,," "$kind" "$folder/${kind%%:*}.txt" "$reports"/*.txt
done
for kind in "xlsx:Calc MS Excel 2007 XML" "xls:MS Excel 97" "ods:calc8"; do
  convert "HTML (StarCalc)" "$kind" "$folder/${kind%%:*}" "$reports"/*.html
done
GONGKAI_CONVERTED=$(cd "$folder" && pwd) cargo test -p gongkai-import --test corpus converted -- --nocapture
