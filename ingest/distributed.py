"""Reading on a Dask cluster: files are listed here, read by the workers, written here by the one writer.

A worker reads under the same limits for each file as on one machine, in a process of its own. What a worker
that was killed had not handed back is read again by another. Nothing is written by workers, so a run that
ends at any moment is gone on with by the next, as ever: files whose hash is known are passed over.

Workers must see the files under the same paths, run the same version of Mandex, and may start processes
(`dask worker --no-nanny`, or `DASK_DISTRIBUTED__WORKER__DAEMON=False`). Dask asks nobody who he is: its ports
belong on a network of one's own.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import Any

import dask
from distributed import Client, Future, LocalCluster, as_completed

import mandex
from mandex.corpus.errors import StoreError
from mandex.corpus.model import Problem
from mandex.ingest import pipeline
from mandex.ingest.pipeline import STANDARD_INPUT
from mandex.ingest.readings import Reading

LOCAL = "local"
_BATCH = 8  # files of one task: a process is started for each task
_AHEAD = 4  # tasks given out for each processor, so that what is read waits in no memory
_PATIENCE = 30  # seconds for the scheduler to answer


def read_files(
    paths: Sequence[Path], address: str, *, workers: int | None = None, ocr: bool = False
) -> Iterator[Reading]:
    """Read files on the cluster at `address` (`tcp://HOST:8786`, or `local`), in no particular order.

    Raises `StoreError` where there is no such cluster, or its workers cannot read for us.
    """
    here = [path for path in paths if path == STANDARD_INPUT]
    yield from pipeline.read_files(here, workers=1, ocr=ocr)
    with _client(address, workers) as client:
        left = iter([path for path in paths if path != STANDARD_INPUT])
        running: dict[Future[Any], tuple[Path, ...]] = {}
        done = as_completed(with_results=False)
        most = _AHEAD * max(1, sum(client.nthreads().values()))
        while True:
            while len(running) < most and (batch := tuple(islice(left, _BATCH))):
                future = client.submit(_read, batch, ocr, mandex.__version__, pure=False, retries=2)
                running[future] = batch
                done.add(future)
            if not running:
                return
            finished = next(done)
            yield from _readings(finished, running.pop(finished))


def _readings(future: Future[Any], batch: Sequence[Path]) -> Iterator[Reading]:
    """What a task gave; where it ended its workers again and again, the files are named."""
    error = future.exception()
    if error is None:
        yield from future.result()
        return
    if isinstance(error, StoreError):
        raise error
    for path in batch:
        message = f"could not be read on the cluster ({type(error).__name__}: {error}): it was left out"
        yield Reading(path, "", problems=(Problem("reader-died", "error", message),))


def _read(paths: Sequence[Path], ocr: bool, version: str) -> list[Reading]:
    """Read some files, on a worker."""
    if version != mandex.__version__:
        raise StoreError(f"a worker runs Mandex {mandex.__version__}, this is {version}: install the same")
    try:
        return list(pipeline.read_files(paths, workers=1, ocr=ocr))
    except AssertionError as error:
        if "daemonic" not in str(error):
            raise
        raise StoreError(
            "the workers may start no processes: set DASK_DISTRIBUTED__WORKER__DAEMON=False for them"
        ) from error


def _workers_here(count: int) -> LocalCluster:
    try:
        return LocalCluster(n_workers=count, threads_per_worker=1, dashboard_address=None)
    except RuntimeError as error:  # one ended before it had begun
        raise StoreError(f"no workers could be started here ({error}): run the same again") from error


@contextmanager
def _client(address: str, workers: int | None) -> Iterator[Client]:
    """A connection to a cluster that is there, or to one of this machine that ends with it."""
    with dask.config.set({"distributed.worker.daemon": False, "distributed.logging.distributed": "error"}):
        if address == LOCAL:
            count = workers or os.cpu_count() or 1
            with _workers_here(count) as cluster, Client(cluster) as client:
                yield client
            return
        try:
            client = Client(address, timeout=_PATIENCE)
        except (OSError, ValueError) as error:
            raise StoreError(f"no Dask cluster at {address}: {error or type(error).__name__}") from error
        with client:
            yield client
