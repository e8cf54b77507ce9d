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
status = None
deadline = time.monotonic() + 180


def text():
    # The console places words by control sequences.
    return re.sub(r"\x1b\[[0-9;?]*[A-Za-z]", "", shown.decode(errors="replace"))


def has_ended():
    """Reads for up to a second. Other processes may keep the terminal open, so its end does not tell."""
    global shown, status
    if select.select([terminal], [], [], 1)[0]:
        try:
            shown += os.read(terminal, 65536)
        except OSError:
            pass
    ended, status = os.waitpid(child, os.WNOHANG)
    if time.monotonic() > deadline:
        sys.exit(f"too slow:\n{text()}")
    return ended == child


while prompt not in text():
    if has_ended():
        sys.exit(f"no prompt:\n{text()}")
if has_ended() or has_ended():
    sys.exit("the program did not wait")
os.write(terminal, b"\r")
while not has_ended():
    pass
print(text())
sys.exit(os.waitstatus_to_exitcode(status))
