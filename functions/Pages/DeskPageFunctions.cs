using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages;

/// <summary>The pages of the secretariat's desk. Like those of the form they hold no data.</summary>
public static class DeskPageFunctions
{
    [Function("ShowReview"), Requires(Permission.Anonymous)]
    public static IResult ShowReview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "revision")] HttpRequest request
    ) => StaticFile.Page(request, "revision");

    [Function("ShowReports"), Requires(Permission.Anonymous)]
    public static IResult ShowReports(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "informes")] HttpRequest request
    ) => StaticFile.Page(request, "informes");

    [Function("ShowReportToRead"), Requires(Permission.Anonymous)]
    public static IResult ShowReportToRead(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "informes/lectura")] HttpRequest request
    ) => StaticFile.Page(request, "lectura");

    [Function("ShowAmendments"), Requires(Permission.Anonymous)]
    public static IResult ShowAmendments(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enmiendas")] HttpRequest request
    ) => StaticFile.Page(request, "enmiendas");

    [Function("ShowGroup"), Requires(Permission.Anonymous)]
    public static IResult ShowGroup(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "grupo")] HttpRequest request
    ) => StaticFile.Page(request, "grupo");

    [Function("ShowGroups"), Requires(Permission.Anonymous)]
    public static IResult ShowGroups(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "grupos")] HttpRequest request
    ) => StaticFile.Page(request, "grupos");

    [Function("ShowReminders"), Requires(Permission.Anonymous)]
    public static IResult ShowReminders(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "recordatorios")] HttpRequest request
    ) => StaticFile.Page(request, "recordatorios");

    [Function("ShowLinks"), Requires(Permission.Anonymous)]
    public static IResult ShowLinks(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "enlaces")] HttpRequest request
    ) => StaticFile.Page(request, "enlaces");

    [Function("ShowImport"), Requires(Permission.Anonymous)]
    public static IResult ShowImport(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "importar")] HttpRequest request
    ) => StaticFile.Page(request, "importar");

    [Function("ShowPlanEditor"), Requires(Permission.Anonymous)]
    public static IResult ShowPlanEditor(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "editar")] HttpRequest request
    ) => StaticFile.Page(request, "editar");

    [Function("ShowRecommendationCheck"), Requires(Permission.Anonymous)]
    public static IResult ShowRecommendationCheck(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "atendidas")] HttpRequest request
    ) => StaticFile.Page(request, "atendidas");

    [Function("ShowNationalOverview"), Requires(Permission.Anonymous)]
    public static IResult ShowNationalOverview(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "panorama")] HttpRequest request
    ) => StaticFile.Page(request, "panorama");

    [Function("ShowNation"), Requires(Permission.Anonymous)]
    public static IResult ShowNation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "nacional")] HttpRequest request
    ) => StaticFile.Page(request, "nacional");
}
