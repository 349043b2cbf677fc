using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages;

/// <summary>
/// The pages of the unit's form. They hold nothing of anybody's: what they show they ask the API for, which knows who
/// is signed in.
/// </summary>
public static class PageFunctions
{
    [Function("ShowActivity"), Requires(Permission.Anonymous)]
    public static IResult ShowActivity(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "actividades/{number}")] HttpRequest request
    ) => StaticFile.Page(request, "actividad");

    [Function("ShowReceipt"), Requires(Permission.Anonymous)]
    public static IResult ShowReceipt(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "actividades/{number}/constancia")]
            HttpRequest request
    ) => StaticFile.Page(request, "constancia");
}
