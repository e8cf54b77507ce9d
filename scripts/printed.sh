#!/usr/bin/env bash
# Prints the corpus of reports as PDF with several programs, at several type sizes, with and without rules,
# and measures how the files are read.
#   scripts/printed.sh [FOLDER]        (default: target/printed, some half an hour)
# A folder that is there is not made again. Needs Chromium and soffice with Writer; Firefox and WeasyPrint
# (GONGKAI_WEASYPRINT names a Python that has it) are used where they are installed.
set -euo pipefail
cd "$(dirname "$0")/.."

export PATH="$PWD/.tools/cargo/bin:$PWD/node_modules/.bin:$PATH"
folder=${1:-target/printed}
mkdir -p "$folder"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

node scripts/print-corpus.mjs "$folder"
for pages in "$folder"/html-*; do
  way=${pages#"$folder"/html-}
  if [ ! -d "$folder/libreoffice-$way" ]; then
    printf '==> libreoffice-%s\n' "$way"
    soffice "-env:UserInstallation=file://$profile" --headless "--infilter=HTML (StarWriter)" \
      --convert-to pdf:writer_web_pdf_Export --outdir "$folder/libreoffice-$way" "$pages"/*.html >/dev/null 2>&1
  fi
  # As Word writes a file and prints it.
  if [ ! -d "$folder/docx-$way" ]; then
    printf '==> docx-%s\n' "$way"
    soffice "-env:UserInstallation=file://$profile" --headless "--infilter=HTML (StarWriter)" \
      --convert-to "docx:MS Word 2007 XML" --outdir "$profile/docx" "$pages"/*.html >/dev/null 2>&1
    soffice "-env:UserInstallation=file://$profile" --headless \
      --convert-to pdf --outdir "$folder/docx-$way" "$profile/docx"/*.docx >/dev/null 2>&1
    rm -rf "$profile/docx"
  fi
  if [ -n "${GONGKAI_WEASYPRINT:-}" ] && [ ! -d "$folder/weasyprint-$way" ]; then
    printf '==> weasyprint-%s\n' "$way"
    "$GONGKAI_WEASYPRINT" - "$pages" "$folder/weasyprint-$way" <<'PYTHON'
import logging, pathlib, sys
import weasyprint
logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
pages, out = map(pathlib.Path, sys.argv[1:])
out.mkdir()
for page in sorted(pages.glob("*.html")):
    weasyprint.HTML(page).write_pdf(out / (page.stem + ".pdf"))
PYTHON
  fi
done
GONGKAI_PRINTED=$(cd "$folder" && pwd) cargo test -p gongkai-import --test corpus printed -- --nocapture
