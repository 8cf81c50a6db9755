"""What happens to accounts of members."""

from django.dispatch import Signal

# Sent with `account`, before it is deleted: whoever keeps something of it acts now.
member_leaves = Signal()
