"""Where backups are kept, and how many of them."""

from pathlib import Path

from verbund.settings.env import DATA_DIR, env_int, env_str

VERBUND_BACKUP_DIR = Path(env_str("VERBUND_BACKUP_DIR", str(DATA_DIR / "backups")))
VERBUND_BACKUP_KEEP = env_int("VERBUND_BACKUP_KEEP", 14)
