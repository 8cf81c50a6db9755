"""The tenant file: what a city, a network or the operators are made from."""

from verbund.tenancy.recipe.models import CityRecipe, NetworkRecipe, OperatorRecipe, Recipe
from verbund.tenancy.recipe.problems import Problem, RecipeError
from verbund.tenancy.recipe.reading import line_in, read_recipe, recipe_from
from verbund.tenancy.recipe.tables import (
    Admin,
    Brand,
    Contact,
    Legal,
    Membership,
    NetworkProfile,
    OpeningHours,
    Pages,
    PluginRecipe,
    StartPage,
)

__all__ = [
    "Admin",
    "Brand",
    "CityRecipe",
    "Contact",
    "Legal",
    "Membership",
    "NetworkProfile",
    "NetworkRecipe",
    "OpeningHours",
    "OperatorRecipe",
    "Pages",
    "PluginRecipe",
    "Problem",
    "Recipe",
    "RecipeError",
    "StartPage",
    "line_in",
    "read_recipe",
    "recipe_from",
]
