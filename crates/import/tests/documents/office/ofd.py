#!/usr/bin/env python3
"""Writes a PDF's texts and rules as an OFD file: ofd.py FILE.pdf FILE.ofd (needs PyMuPDF).

Longde's was made from ../pdf/longde-16pt.pdf and is kept.
"""
import sys
import zipfile
from xml.sax.saxutils import escape

import pymupdf

MM = 25.4 / 72
NS = 'xmlns:ofd="http://www.ofdspec.org/2016"'


def number(value):
    return f"{value * MM:.3f}".rstrip("0").rstrip(".")


def texts(page, ids):
    for block in page.get_text("rawdict")["blocks"]:
        for line in block.get("lines", []):
            for span in line["spans"]:
                chars = span["chars"]
                x0, y0, x1, y1 = span["bbox"]
                steps = [b["origin"][0] - a["origin"][0] for a, b in zip(chars, chars[1:])]
                red, green, blue = span["color"] >> 16, span["color"] >> 8 & 255, span["color"] & 255
                yield (
                    f'<ofd:TextObject ID="{next(ids)}" Font="2" Size="{number(span["size"])}" '
                    f'Boundary="{number(x0)} {number(y0)} {number(x1 - x0)} {number(y1 - y0)}">'
                    f'<ofd:FillColor Value="{red} {green} {blue}"/>'
                    f'<ofd:TextCode X="{number(chars[0]["origin"][0] - x0)}" Y="{number(chars[0]["origin"][1] - y0)}" '
                    f'DeltaX="{" ".join(number(step) for step in steps)}">'
                    f'{escape("".join(char["c"] for char in chars))}</ofd:TextCode></ofd:TextObject>'
                )


def paths(page, ids):
    for drawing in page.get_drawings():
        x0, y0, x1, y1 = drawing["rect"]
        data, end = [], None
        for item in drawing["items"]:
            if item[0] == "l":
                points = [item[1], item[2]]
            elif item[0] == "re":
                r = item[1]
                points = [r.tl, r.tr, r.br, r.bl, r.tl]
            else:
                continue
            for command, point in zip("MLLLL", points):
                if command == "L" or point != end:
                    data.append(f"{command} {number(point.x - x0)} {number(point.y - y0)}")
            end = points[-1]
        is_filled = str("f" in drawing["type"]).lower()
        is_stroked = str("s" in drawing["type"]).lower()
        color = drawing.get("fill") if "f" in drawing["type"] else drawing.get("color")
        color = " ".join(str(round(part * 255)) for part in color or (0, 0, 0))
        yield (
            f'<ofd:PathObject ID="{next(ids)}" Fill="{is_filled}" Stroke="{is_stroked}" '
            f'Boundary="{number(x0)} {number(y0)} {number(x1 - x0)} {number(y1 - y0)}">'
            f'<ofd:FillColor Value="{color}"/><ofd:StrokeColor Value="{color}"/>'
            f'<ofd:AbbreviatedData>{" ".join(data)}</ofd:AbbreviatedData></ofd:PathObject>'
        )


def main(source, target):
    file = pymupdf.open(source)
    ids = iter(range(10, 1_000_000))
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        def write(name, body):
            info = zipfile.ZipInfo(name, (2026, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, f'<?xml version="1.0" encoding="UTF-8"?>{body}')

        write("OFD.xml", f"<ofd:OFD {NS} Version=\"1.0\" DocType=\"OFD\"><ofd:DocBody><ofd:DocInfo/>"
              "<ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>")
        pages = "".join(f'<ofd:Page ID="{at + 3}" BaseLoc="Pages/Page_{at}/Content.xml"/>' for at in range(len(file)))
        area = f"0 0 {number(file[0].rect.width)} {number(file[0].rect.height)}"
        write("Doc_0/Document.xml", f"<ofd:Document {NS}><ofd:CommonData><ofd:MaxUnitID>1000000</ofd:MaxUnitID>"
              f"<ofd:PageArea><ofd:PhysicalBox>{area}</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData>"
              f"<ofd:Pages>{pages}</ofd:Pages></ofd:Document>")
        for at, page in enumerate(file):
            body = "".join([*paths(page, ids), *texts(page, ids)])
            write(f"Doc_0/Pages/Page_{at}/Content.xml",
                  f'<ofd:Page {NS}><ofd:Content><ofd:Layer ID="{next(ids)}">{body}</ofd:Layer></ofd:Content></ofd:Page>')


main(*sys.argv[1:])
