using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages;

/// <summary>
/// The pages of the unit's form; the desk has that of achievements as well. They hold no data: their modules get it from
/// the API, which checks the caller.
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

    [Function("ShowAchievements"), Requires(Permission.Anonymous)]
    public static IResult ShowAchievements(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "logros")] HttpRequest request
    ) => StaticFile.Page(request, "logros");
}
