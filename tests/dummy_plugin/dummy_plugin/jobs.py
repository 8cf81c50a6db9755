"""Background jobs: one on demand, one by the clock."""

from verbund.plugin import Job, current_tenant

done: list[tuple[str, str]] = []


def greet(name: str) -> None:
    done.append((current_tenant().schema_name, name))


def tick() -> None:
    done.append((current_tenant().schema_name, "tick"))


jobs = (Job("greet", greet), Job("tick", tick, cron="*/5 * * * *"))
