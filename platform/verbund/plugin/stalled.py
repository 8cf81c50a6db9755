"""Jobs of a worker that died (killed, or its machine away) are taken again, three times at most."""

import logging
from threading import Event

from django.db import close_old_connections

from verbund.tenancy.connection import connection

log = logging.getLogger("verbund.jobs")
EVERY_SECONDS = 15.0
# A worker that lives says so every ten seconds.
SILENT_SECONDS = 45
MOST_ATTEMPTS = 3
# One statement: two workers that look at once never take the same job twice.
TAKE_AGAIN = """
UPDATE public.procrastinate_jobs AS job
SET status = (CASE WHEN attempts + 1 < %(most)s THEN 'todo' ELSE 'failed' END)
             ::public.procrastinate_job_status,
    attempts = attempts + 1, scheduled_at = now(), worker_id = NULL
WHERE status = 'doing' AND NOT EXISTS (
  SELECT 1 FROM public.procrastinate_workers AS worker
  WHERE worker.id = job.worker_id
    AND worker.last_heartbeat > now() - make_interval(secs => %(silent)s)
)
RETURNING id, task_name, status
"""


def take_again(silent: float = SILENT_SECONDS) -> int:
    """Gives jobs back whose worker has been silent for so many seconds; how many that were."""
    with connection.cursor() as cursor:
        cursor.execute(TAKE_AGAIN, {"most": MOST_ATTEMPTS, "silent": silent})
        found = cursor.fetchall()
    for number, name, status in found:
        log.warning("The worker of job %s (%s) died; it is now %s.", number, name, status)
    return len(found)


def run(stop: Event) -> None:
    """Beside the jobs of a worker, until it stops."""
    while True:
        close_old_connections()
        take_again()
        if stop.wait(EVERY_SECONDS):
            return
