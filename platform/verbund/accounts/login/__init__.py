"""How staff and operators log in: allauth, in the look, words and limits of the house."""
