"""What the demo fills a tenant with; plugins bring theirs in their own demo.py."""
