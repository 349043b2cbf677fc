using System.Net.Http.Json;
using Avance.Functions.Access;
using Avance.Functions.Progress;

namespace Avance.Bench;

/// <summary>Sends the first progress of an activity over HTTP, signed in as its unit.</summary>
internal static class Claims
{
    /// <param name="documentsCited">What the unit names as its proof.</param>
    /// <param name="evidence">The ids of the files that are sent with it; null for all that are there.</param>
    public static async Task SendAsync(
        AppProcess app,
        ProgressAddress claim,
        string[] documentsCited,
        string[]? evidence,
        CancellationToken cancellationToken
    )
    {
        var (plan, period, activity) = (claim.Plan, claim.Period, claim.Activity);
        using var request = new HttpRequestMessage(
            HttpMethod.Put,
            new Uri($"/api/plans/{plan}/periods/{period}/activities/{activity}/progress", UriKind.Relative)
        );
        request.Headers.Add(DevelopmentSignIn.Header, $"unit-reporter {plan} {SamplePlan.UnitOf(activity.Value)}");
        request.Headers.Add("If-None-Match", "*");
        request.Content = JsonContent.Create(Body(period.Year, documentsCited, evidence));
        using var answer = await app.Client.SendAsync(request, cancellationToken);
        if (!answer.IsSuccessStatusCode)
        {
            var body = await answer.Content.ReadAsStringAsync(cancellationToken);
            throw app.Failure($"A submission was answered {(int)answer.StatusCode}: {body}");
        }
    }

    /// <summary>What a form sends for an activity with one goal of that year.</summary>
    public static object Body(int year, string[] documentsCited, string[]? evidence) =>
        new
        {
            submissionId = Guid.NewGuid(),
            action = "submit",
            goals = new[]
            {
                new
                {
                    year,
                    outcome = "reported",
                    executed = 50,
                },
            },
            narrative = "Se realizaron talleres con el personal de la sede central y de las oficinas.",
            documentsCited,
            evidence,
        };
}
