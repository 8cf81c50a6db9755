"""The read API at /api/v1/: one OpenAPI document, a router of each contributor."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import Http404, HttpRequest, JsonResponse
from ninja import NinjaAPI, Router

from verbund.plugin.config import ContributingConfig, PluginConfig
from verbund.plugin.gate import contributors, is_enabled


def make_api() -> NinjaAPI:
    """The API of the process, with all routers; the gate decides at each request."""
    api = NinjaAPI(
        title="Verbund",
        version="1",
        description="Öffentliche Inhalte dieser Seite, nur lesend.",
        docs_url=None,
        openapi_url=None,
        urls_namespace="api",
    )
    for config in contributors():
        router = _router_of(config)
        if router is not None:
            api.add_router(f"/{_prefix_of(config)}", router, tags=[config.label])
    return api


def openapi_view(api: NinjaAPI) -> Callable[[HttpRequest], JsonResponse]:
    """`openapi.json` without the addresses of plugins that are off here."""

    def openapi(request: HttpRequest) -> JsonResponse:
        schema = api.get_openapi_schema(path_prefix="/api/v1/")
        hidden = {
            _prefix_of(config)
            for config in contributors()
            if isinstance(config, PluginConfig) and not is_enabled(config.label)
        }
        paths = schema["paths"].items()
        shown = {path: entry for path, entry in paths if _area(path) not in hidden}
        return JsonResponse({**schema, "paths": shown} if hidden else dict(schema))

    return openapi


def _area(path: str) -> str:
    """`news` of `/api/v1/news/{id}`."""
    return path.removeprefix("/api/v1/").split("/", 1)[0]


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
