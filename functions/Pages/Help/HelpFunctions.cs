using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Pages.Help;

/// <summary>The guides as pages. Who cannot enter needs them most, so that they ask for no session.</summary>
public static class HelpFunctions
{
    [Function("ShowUnitGuide"), Requires(Permission.Anonymous)]
    public static IResult ShowUnitGuide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ayuda/unidades")] HttpRequest request
    ) => Guide.ForUnits.Answer(request);

    [Function("ShowSecretariatGuide"), Requires(Permission.Anonymous)]
    public static IResult ShowSecretariatGuide(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "ayuda/secretaria")] HttpRequest request
    ) => Guide.ForSecretariat.Answer(request);
}
