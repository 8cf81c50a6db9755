"""Mail: letters in the look of a site, kept until they are delivered."""
