"""The member directory of an association: who they are, what they offer, how they are reached."""
