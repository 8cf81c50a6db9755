"""What can be done with the index: add, remove, follow a subtree, build anew, compare."""
