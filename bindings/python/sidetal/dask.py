"""Batches on a Dask cluster: each part of a job is a task, made by the program `sidetal` on its worker."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import uuid
from dataclasses import dataclass
from typing import Any, Sequence

import distributed

__all__ = ["BatchError", "Report", "Shard", "ShardEnded", "run"]


class BatchError(RuntimeError):
    """A part of a batch could not be run at all: its job cannot be read, its folder cannot be written."""


class ShardEnded(RuntimeError):
    """The program was ended before its part of the batch was; Dask then tries again."""


@dataclass(frozen=True)
class Shard:
    """What came of one part of a batch."""

    number: int
    status: int
    """The exit status of the program: 0 done, 3 done with warnings, 2 some documents failed."""
    counts: dict[str, int]
    """planned, made, kept (there already, up to date), failed, left."""
    files: tuple[dict[str, Any], ...]
    """The files that failed, or of which there is something to tell, as `sidetal batch --report` has them."""


@dataclass(frozen=True)
class Report:
    """What came of a batch. A part that was started again counts as kept what it had made before."""

    shards: tuple[Shard, ...]

    def _sum(self, count: str) -> int:
        return sum(shard.counts[count] for shard in self.shards)

    @property
    def planned(self) -> int:
        """How many files there are to be."""
        return self._sum("planned")

    @property
    def made(self) -> int:
        """How many files were made."""
        return self._sum("made")

    @property
    def kept(self) -> int:
        """How many files were there already, up to date."""
        return self._sum("kept")

    @property
    def failed(self) -> int:
        """How many files could not be made."""
        return self._sum("failed")

    @property
    def complete(self) -> bool:
        """Whether every file is there."""
        return self.made + self.kept == self.planned

    @property
    def files(self) -> list[dict[str, Any]]:
        """The files that failed, and after them those of which there is something to tell."""
        told = [file for shard in self.shards for file in shard.files]
        return sorted(told, key=lambda file: file["state"] != "failed")


def _end_with_worker(command: Sequence[str]) -> list[str]:
    """The command so that it is ended where its worker is: else it would keep the next one waiting."""
    return ["setpriv", "--pdeathsig", "KILL", *command] if shutil.which("setpriv") else list(command)


def _make(number: int, command: Sequence[str]) -> Shard | BatchError:
    """Makes one part, on a worker; an error that is returned and not raised is one that Dask need not try again."""
    ended = subprocess.run(_end_with_worker(command), stdin=subprocess.DEVNULL, capture_output=True, check=False)
    told = ended.stderr.decode("utf-8", "replace").strip()
    if ended.returncode not in (0, 2, 3):
        raise ShardEnded(f"part {number} ended with status {ended.returncode}: {told or 'it said nothing'}")
    if not ended.stdout:
        return BatchError(f"part {number}: {told}")
    report = json.loads(ended.stdout)
    return Shard(
        number=number,
        status=ended.returncode,
        counts={count: report[count] for count in ("planned", "made", "kept", "failed", "left")},
        files=tuple(file for file in report["files"] if file["state"] == "failed" or file["messages"]),
    )


def run(
    job: str | os.PathLike[str],
    out: str | os.PathLike[str],
    shards: int,
    client: distributed.Client,
    *,
    threads: int = 1,
    retries: int = 3,
    program: str = "sidetal",
    arguments: Sequence[str] = (),
) -> Report:
    """Makes a job's files into a folder, in parts, and waits until all parts have ended.

    Every worker finds the job, what it names, and the folder at the paths that are given here; `program` is
    started from its PATH. What is in the folder and up to date stays (`--resume`).

    :param job: the job's file.
    :param out: the folder of the files.
    :param shards: how many parts: some for each worker, so that all have work to the end.
    :param client: of the cluster.
    :param threads: of each program; workers with as many threads have to run one task at a time then.
    :param retries: how often a part is begun again of which the program alone was ended, by a signal. Where a whole
        worker dies Dask does that, `distributed.scheduler.allowed-failures` times.
    :param program: what is run.
    :param arguments: further options of `sidetal batch`, such as `["--durability", "none"]`.
    :raises BatchError: a part could not be run at all; the others have ended.
    :raises ShardEnded: a part was ended by signals too often.
    :raises distributed.KilledWorker: so were its workers.
    """
    if shards < 1:
        raise ValueError(f"shards is {shards}, expected 1 or more")
    command = [program, "batch", os.path.abspath(job), "-o", os.path.abspath(out), "--resume", "--wait", "-j", str(threads),
               "--quiet", "--report", "-", *arguments]
    batch = uuid.uuid4().hex
    futures = [
        client.submit(_make, number, [*command, "--shard", f"{number}/{shards}"], key=f"sidetal-{batch}-{number}", pure=False,
                      retries=retries)
        for number in range(1, shards + 1)
    ]
    try:
        distributed.wait(futures)
        parts = client.gather(futures)
    finally:
        client.cancel(futures)
    for part in parts:
        if isinstance(part, BatchError):
            raise part
    return Report(tuple(parts))
