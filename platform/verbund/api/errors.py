"""One shape for all that goes wrong: a stable code for programs, a sentence for people.

``{"code": "invalid", "message": "…", "errors": [{"field": "title", "code": "missing", …}]}``
"""

from collections.abc import Callable, Iterable
from typing import Any

from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from ninja import NinjaAPI, Schema
from ninja.errors import AuthenticationError, AuthorizationError, HttpError
from ninja.errors import ValidationError as RequestError
from pydantic import Field

from verbund.api.domain.answers import AnotherRequest
from verbund.common.limits import TooMany, in_words


class FieldProblem(Schema):
    field: str = Field(description="As it was sent; parts of a list with their place: topics.1.")
    code: str = Field(description="Stable, for programs.")
    message: str = Field(description="For people, in the language of the address.")


class Problem(Schema):
    """What every answer but a good one holds."""

    code: str
    message: str
    errors: list[FieldProblem] = []


class FieldErrors(Exception):
    """What a view found wrong in what was sent: ``FieldErrors(topics=("unknown", _("…")))``."""

    def __init__(self, **problems: tuple[str, Any]) -> None:
        self.problems = [
            FieldProblem(field=name.replace("__", "."), code=code, message=str(message))
            for name, (code, message) in problems.items()
        ]
        super().__init__(", ".join(problems))


# Pydantic's kinds of error that people meet, in words; others keep Pydantic's own.
WORDS = {
    "missing": gettext_lazy("This is needed."),
    "extra_forbidden": gettext_lazy("There is no such field."),
    "string_type": gettext_lazy("This must be a text."),
    "string_too_long": gettext_lazy("At most %(max_length)s characters are possible."),
    "string_too_short": gettext_lazy("At least %(min_length)s characters are needed."),
    "too_long": gettext_lazy("At most %(max_length)s are possible."),
    "int_parsing": gettext_lazy("This must be a number."),
    "greater_than_equal": gettext_lazy("This must be %(ge)s or more."),
    "less_than_equal": gettext_lazy("This must be %(le)s or less."),
    "enum": gettext_lazy("Possible are %(expected)s."),
    "not_text": gettext_lazy("This holds characters that no text has."),
}
# Where ninja says a value came from; programs know it by its name alone.
SOURCES = {"body", "query", "path", "header", "form", "cookie"}


def answer(
    api: NinjaAPI,
    request: HttpRequest,
    status: int,
    code: str,
    message: str,
    *,
    errors: Iterable[FieldProblem] = (),
) -> HttpResponse:
    problem = Problem(code=code, message=message, errors=list(errors))
    return api.create_response(request, problem.model_dump(), status=status)


def field_problem(error: dict[str, Any]) -> FieldProblem:
    """One of Pydantic's errors."""
    words = WORDS.get(error["type"])
    message = str(words) % error.get("ctx", {}) if words else str(error["msg"])
    return FieldProblem(field=_name(error["loc"]), code=error["type"], message=message)


def _name(place: Iterable[Any]) -> str:
    parts = [str(part) for part in place]
    if len(parts) > 1 and parts[0] in SOURCES:
        parts = parts[1:]
    # The name of the view's argument that holds the whole body or query.
    if len(parts) > 1 and parts[0] in {"data", "parameters"}:
        parts = parts[1:]
    return ".".join(parts)


def add_handlers(api: NinjaAPI) -> None:
    """Has every error of the API answered in the one shape."""

    def on(kind: type[Exception], handle: Callable[[HttpRequest, Any], HttpResponse]) -> None:
        api.add_exception_handler(kind, handle)

    def invalid(request: HttpRequest, problems: list[FieldProblem]) -> HttpResponse:
        text = _("Something in it is not right.")
        return answer(api, request, 422, "invalid", text, errors=problems)

    def unknown_key(request: HttpRequest, error: AuthenticationError) -> HttpResponse:
        text = _("This needs a key of this site, in the header “Authorization: Bearer …”.")
        response = answer(api, request, 401, "unauthenticated", text)
        response.headers["WWW-Authenticate"] = "Bearer"
        return response

    def too_many(request: HttpRequest, error: TooMany) -> HttpResponse:
        text = _("Too many requests. Try again in %(time)s.")
        words = {"time": in_words(error.retry_after)}
        response = answer(api, request, 429, "too_many", text % words)
        response.headers["Retry-After"] = str(error.retry_after)
        return response

    on(RequestError, lambda r, e: invalid(r, [field_problem(one) for one in e.errors]))
    on(FieldErrors, lambda r, e: invalid(r, e.problems))
    on(ValidationError, lambda r, e: invalid(r, of_model(e)))
    on(Http404, lambda r, e: answer(api, r, 404, "not_found", _("There is nothing here.")))
    on(AuthenticationError, unknown_key)
    on(
        AuthorizationError,
        lambda r, e: answer(api, r, 403, "forbidden", _("This key may do something else.")),
    )
    on(TooMany, too_many)
    on(
        AnotherRequest,
        lambda r, e: answer(
            api, r, 409, "conflict", _("This idempotency key belongs to another request.")
        ),
    )
    on(
        HttpError,
        lambda r, e: answer(api, r, e.status_code, "bad_request", _("This can't be read as JSON.")),
    )


def of_model(error: ValidationError) -> list[FieldProblem]:
    """What a model's own rules found."""
    if not hasattr(error, "error_dict"):
        return [FieldProblem(field="", code=error.code or "invalid", message=error.messages[0])]
    return [
        FieldProblem(field=name, code=one.code or "invalid", message=one.messages[0])
        for name, found in error.error_dict.items()
        for one in found
    ]
