using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages;

/// <summary>Style sheets and modules of the pages.</summary>
public static class AssetFunctions
{
    [Function("GetAsset"), Requires(Permission.Anonymous)]
    public static IResult Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "assets/{name}")] HttpRequest request
    ) => StaticFile.Asset(request, request.GetRouteText("name"));
}
