"""The form in which an organisation changes its entry, in the account and by the link of a mail."""
