#!/usr/bin/env python3
"""Reads the table that `gongkai convert --format parquet` writes.

    pip install pandas pyarrow
    gongkai convert --folder samples/places --format parquet -o cells.parquet
    python3 examples/read_parquet.py cells.parquet
"""

import sys

import pandas as pd

# pyarrow's types keep integers with missing values as integers.
cells = pd.read_parquet(sys.argv[1], dtype_backend="pyarrow")

received = cells[cells["path"] == "applications.received[6]"]
print("Applications received, by year (agencies with a number only):")
print(received.groupby("year")["value"].agg(["count", "sum"]).to_string())

print("What is printed in the cells; a blank is not a zero:")
print(cells["printed"].value_counts().sort_index().to_string())
