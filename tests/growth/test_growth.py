"""Reading takes time in proportion to the input, whatever that has much of (Kinds.cpp).

test_growth.py counted PROGRAM   by the instructions for 8, 16 and 32 thousand bytes, under callgrind: whatever else the machine does
test_growth.py timed PROGRAM [KIND…]
                                 by the processor's time, from a 32nd of the limit on in doubling sizes up to it
"""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

MOST = 2.3


def instructions_of(program, kinds):
    """For each kind (all where none is named) the instructions at each of its sizes."""
    instructions = {}
    with tempfile.TemporaryDirectory() as folder:
        valgrind = [os.environ.get("SIDETAL_VALGRIND", "valgrind"), "-q", "--tool=callgrind", "--callgrind-out-file=out"]
        subprocess.run([*valgrind, Path(program).absolute(), "count", *kinds], cwd=folder, check=True, timeout=590)
        for path in Path(folder).iterdir():
            name = total = None
            with path.open(errors="replace") as lines:
                for line in lines:
                    if line.startswith("desc: Trigger: Client Request: "):
                        name = line.split(": ", 3)[3].split()
                    elif line.startswith(("summary: ", "totals: ")):
                        total = int(line.split()[1])
            if name:
                instructions.setdefault(name[0], []).append((int(name[1]), total))
    return {kind: [count for _, count in sorted(points)] for kind, points in instructions.items()}


def grows(small, middle, large):
    """Of the second doubling against the first, so that what a document costs whatever its size is left out."""
    # Below a quarter of a million what a buffer costs when it grows would count; a square would be a thousand times that.
    return large - middle > MOST * max(middle - small, 250_000)


def counted(program, _):
    instructions = instructions_of(program, [])
    for kind, points in sorted(instructions.items()):
        print(f"{kind:40}", *(f"{count:12,}" for count in points))
    failures = [kind for kind, points in sorted(instructions.items()) if grows(*points)]
    # libxml2 seeds its dictionary by the clock, and what malloc has to search depends on the kinds before: what seems too slow is counted
    # again by itself. A square seems so each time.
    for _ in range(6):
        if failures:
            again = instructions_of(program, failures)
            print("counted again:", again)
            failures = [kind for kind in failures if grows(*again[kind])]
    return len(instructions), failures


def timed(program, wanted):
    def milliseconds(kind, size):
        result = subprocess.run([program, "time", kind, str(size)], capture_output=True, text=True, check=True, timeout=1200)
        return float(result.stdout)

    failures = []
    kinds = [line.split() for line in subprocess.run([program, "list"], capture_output=True, text=True, check=True).stdout.splitlines()]
    for kind, most in kinds:
        if wanted and kind not in wanted:
            continue
        sizes = [int(most) >> halved for halved in range(5, -1, -1)]
        sizes[-1] -= 4096  # what stands around
        times = [milliseconds(kind, size) for size in sizes]
        print(f"{kind:40}", *(f"{time:9.1f}" for time in times), flush=True)
        for i in range(1, len(sizes)):
            # Others may be using the machine: a doubling that seems too slow is taken again.
            for _ in range(6):
                if times[i] <= MOST * max(times[i - 1], 25):
                    break
                times[i - 1] = min(times[i - 1], milliseconds(kind, sizes[i - 1]))
                times[i] = min(times[i], milliseconds(kind, sizes[i]))
            else:
                failures.append(f"{kind} at {sizes[i]} bytes: {times[i - 1]:.1f} to {times[i]:.1f} ms")
                break
    return len(kinds), failures


if __name__ == "__main__":
    number, failed = {"counted": counted, "timed": timed}[sys.argv[1]](sys.argv[2], sys.argv[3:])
    for failure in failed:
        print("grows faster than its bytes:", failure)
    sys.exit(1 if failed or number < 50 else 0)
