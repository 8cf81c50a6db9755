"""The API's frame: a router of each contributor, and one OpenAPI document that describes all."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from ninja import NinjaAPI, Router

from verbund.api.errors import Problem, add_handlers
from verbund.plugin.config import ContributingConfig, PluginConfig
from verbund.plugin.gate import contributors, is_enabled

PREFIX = "/api/v1/"
DESCRIPTION = """Öffentliche Inhalte dieser Seite. Lesen ist offen, Schreiben braucht einen \
Schlüssel (`Authorization: Bearer vb_…`), den die Administration der Seite ausstellt; was er darf, \
steht an der Operation. Fehler haben überall dieselbe Form.\
"""
# Status → when; what every operation may answer, and what only those that write.
ALWAYS = {
    400: "Die Anfrage ist nicht lesbar.",
    404: "Hier ist nichts.",
    422: "Ein Wert passt nicht.",
}
WRITING = {
    401: "Der Schlüssel fehlt oder gilt hier nicht.",
    403: "Der Schlüssel darf etwas anderes.",
    409: "Der Idempotency-Key gehört zu einer anderen Anfrage.",
    429: "Zu viele Anfragen.",
}


def make_api() -> NinjaAPI:
    """The API of the process, with all routers; the gate decides at each request."""
    api = NinjaAPI(
        title="Verbund",
        version="1",
        description=DESCRIPTION,
        docs_url=None,
        openapi_url=None,
        urls_namespace="api",
    )
    add_handlers(api)
    for config in contributors():
        router = _router_of(config)
        if router is not None:
            api.add_router(f"/{_prefix_of(config)}", router, tags=[config.label])
    return api


def openapi_view(api: NinjaAPI) -> Callable[[HttpRequest], JsonResponse]:
    """`openapi.json` without the addresses of plugins that are off here."""

    def openapi(request: HttpRequest) -> JsonResponse:
        schema = dict(api.get_openapi_schema(path_prefix=PREFIX))
        hidden = {
            _prefix_of(config)
            for config in contributors()
            if isinstance(config, PluginConfig) and not is_enabled(config.label)
        }
        paths = schema["paths"].items()
        schema["paths"] = {
            path: {method: _with_errors(entry) for method, entry in operations.items()}
            for path, operations in paths
            if _area(path) not in hidden
        }
        return JsonResponse(_with_problem(schema))

    return openapi


def _with_errors(operation: dict[str, Any]) -> dict[str, Any]:
    """What may go wrong is the frame's, so that no view has to say it."""
    stated = ALWAYS | (WRITING if operation.get("security") else {})
    problem = {"application/json": {"schema": {"$ref": "#/components/schemas/Problem"}}}
    errors = {status: {"description": text, "content": problem} for status, text in stated.items()}
    return {**operation, "responses": errors | operation["responses"]}


def _with_problem(schema: dict[str, Any]) -> dict[str, Any]:
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    parts = problem.pop("$defs", {})
    components = schema["components"]
    schemas = {**components.get("schemas", {}), **parts, "Problem": problem}
    return {**schema, "components": {**components, "schemas": schemas}}


def _area(path: str) -> str:
    """`news` of `/api/v1/news/{id}`."""
    return path.removeprefix(PREFIX).split("/", 1)[0]


def _router_of(config: ContributingConfig) -> Router | None:
    module = config.file("api")
    router = getattr(module, "router", None)
    if router is not None and isinstance(config, PluginConfig):
        router.add_decorator(_gated(config.label), mode="view")
    return router


def _prefix_of(config: ContributingConfig) -> str:
    return getattr(config, "api_prefix", "") or config.label


def _gated(label: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    def decorate(view: Callable[..., Any]) -> Callable[..., Any]:
        @wraps(view)
        def gated(request: HttpRequest, *args: Any, **kwargs: Any) -> Any:
            if not is_enabled(label):
                raise Http404(f"The plugin {label} is off.")
            return view(request, *args, **kwargs)

        return gated

    return decorate
