using System.Net.Http.Json;

namespace Avance.Bench;

/// <summary>Sends the first progress of an activity over HTTP, signed in as its unit.</summary>
internal static class Claims
{
    /// <param name="documentsCited">What the unit names as its proof.</param>
    /// <param name="evidence">The ids of the files that are sent with it; null for all that are there.</param>
    public static Task SendAsync(AppProcess app, ProgressAddress claim, string[] documentsCited, string[]? evidence)
    {
        var content = JsonContent.Create(Body(claim.Period.Year, documentsCited, evidence));
        var path = $"{SamplePlan.PathOf(claim)}/progress";
        return app.SendAsync(HttpMethod.Put, path, SamplePlan.ReporterOf(claim), content, ("If-None-Match", "*"));
    }

    /// <summary>What a form sends for an activity with one goal of that year.</summary>
    public static object Body(int year, string[] documentsCited, string[]? evidence) =>
        new
        {
            submissionId = Guid.NewGuid(),
            action = "submit",
            goals = new[]
            {
                new Dictionary<string, object>
                {
                    ["year"] = year,
                    ["outcome"] = "reported",
                    ["executed"] = 50,
                },
            },
            narrative = "Se realizaron talleres con el personal de la sede central y de las oficinas.",
            documentsCited,
            evidence,
        };
}
