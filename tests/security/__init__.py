"""What keeps attackers out, tested as an attacker would try it."""
