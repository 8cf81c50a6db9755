"""How dates are typed where Django's own formats are not enough."""
