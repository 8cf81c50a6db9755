"""Printed documents: accessible PDF in the look of a site, set by typst with fonts of our own."""
