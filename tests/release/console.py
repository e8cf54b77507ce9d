"""Runs a program in a console of its own, waits for a prompt, and presses Enter: console.py PROMPT PROGRAM ARGUMENT...

Prints what the console showed. Fails if the prompt does not appear, or if the program does not wait for the key.
"""

import os
import pty
import re
import select
import sys
import time

prompt, program, *arguments = sys.argv[1:]
child, terminal = pty.fork()
if child == 0:
    os.execv(program, [program, *arguments])

shown = b""
deadline = time.monotonic() + 60


def text():
    # The console places words by control sequences.
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode(errors="replace"))


def read(seconds):
    """Reads what is shown within this time; false at the end."""
    global shown
    if not select.select([terminal], [], [], seconds)[0]:
        return True
    try:
        part = os.read(terminal, 65536)
    except OSError:
        return False
    shown += part
    return bool(part)


while prompt not in text():
    if time.monotonic() > deadline or not read(1):
        sys.exit(f"no prompt:\n{text()}")
if os.waitpid(child, os.WNOHANG) != (0, 0):
    sys.exit("the program did not wait")
os.write(terminal, b"\r")
while read(5):
    if time.monotonic() > deadline:
        sys.exit("Enter did not end the program")
print(text())
sys.exit(os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]))
