#!/usr/bin/env python3
"""Packs a folder as .zip or .tar.gz, the same bytes each time: sorted names, one time, no owner.

    SOURCE_DATE_EPOCH=… python3 scripts/archive.py OUT FOLDER
"""

import gzip
import os
import sys
import tarfile
import time
import zipfile
from pathlib import Path

EXECUTABLE = 0o755
PLAIN = 0o644


def mode(path: Path) -> int:
    return EXECUTABLE if os.access(path, os.X_OK) else PLAIN


def write_zip(out: Path, folder: Path, files: list, when: int) -> None:
    # Zip knows no time zone and nothing before 1980.
    date = time.gmtime(max(when, 315_532_800))[:6]
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in files:
            entry = zipfile.ZipInfo(str(file.relative_to(folder.parent).as_posix()), date)
            entry.create_system = 3
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = (0o100000 | mode(file)) << 16
            archive.writestr(entry, file.read_bytes())


def write_tar(out: Path, folder: Path, files: list, when: int) -> None:
    with open(out, "wb") as raw, gzip.GzipFile("", "wb", 9, raw, mtime=when) as packed:
        with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
            for file in files:
                entry = tarfile.TarInfo(str(file.relative_to(folder.parent).as_posix()))
                entry.size = file.stat().st_size
                entry.mtime = when
                entry.mode = mode(file)
                with open(file, "rb") as body:
                    archive.addfile(entry, body)


def main() -> None:
    out, folder = Path(sys.argv[1]), Path(sys.argv[2])
    when = int(os.environ["SOURCE_DATE_EPOCH"])
    files = sorted(file for file in folder.rglob("*") if file.is_file())
    write = write_zip if out.suffix == ".zip" else write_tar
    write(out, folder, files, when)


if __name__ == "__main__":
    main()
