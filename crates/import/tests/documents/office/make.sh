#!/usr/bin/env bash
# Makes the other files here from the two web pages, with LibreOffice 7.4. They are kept: run it only when
# a page changes. longde-2020.html is the form of samples/longde-2020.json, as crates/testing writes it.
set -euo pipefail
cd "$(dirname "$0")"
profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT

convert() {
  soffice "-env:UserInstallation=file://$profile" --headless "--infilter=$1" --convert-to "$2" "${@:3}" >/dev/null
}

for kind in "docx:MS Word 2007 XML" "doc:MS Word 97" "odt:writer8" "rtf:Rich Text Format"; do
  convert "HTML (StarWriter)" "$kind" looks.html longde-2020.html
done
for kind in "xlsx:Calc MS Excel 2007 XML" "xls:MS Excel 97" "ods:calc8"; do
  convert "HTML (StarCalc)" "$kind" longde-2020.html
done
for kind in "xlsx:Calc MS Excel 2007 XML" "xls:MS Excel 97" "ods:calc8"; do
  soffice "-env:UserInstallation=file://$profile" --headless --convert-to "$kind" sheet.fods >/dev/null
done
