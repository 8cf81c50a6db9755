"""Tests of verbund.support."""
