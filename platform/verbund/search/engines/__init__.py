"""The engines that answer searches; each has the same protocol."""
