"""Pages that every site has, and what all page types share."""
