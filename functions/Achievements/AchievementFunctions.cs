using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Achievements;

/// <summary>Achievements over HTTP: list, read, record and change.</summary>
public sealed class AchievementFunctions(AchievementReader reader, AchievementHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/achievements";

    [Function("ListAchievements"), Requires(Permission.ReadPlan)]
    public Task<IResult> ListAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route)] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        reader
            .ListAsync(
                request.GetPlanId(),
                request.Query["unit"],
                request.Query["theme"],
                request.Query["year"],
                request.GetCaller(),
                cancellationToken
            )
            .ToJsonAsync();

    [Function("GetAchievement"), Requires(Permission.ReadPlan)]
    public Task<IResult> GetAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = Route + "/{achievementId}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        reader
            .FindAsync(request.GetPlanId(), request.GetAchievementId(), request.GetCaller(), cancellationToken)
            .ToAnswerAsync(found => VersionTag.Answer(request, found.Achievement.Version, found));

    [Function("PutAchievement"), Requires(Permission.ReportProgress)]
    public async Task<IResult> PutAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = Route + "/{achievementId}")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<AchievementRequest>(cancellationToken)
                .ThenAsync(body =>
                    handler.RecordAsync(
                        request.GetPlanId(),
                        request.GetAchievementId(),
                        version,
                        body,
                        request.GetCaller(),
                        cancellationToken
                    )
                )
                .ToAnswerAsync(written => VersionTag.Answer(request, written.Version, written))
            : Problem.From(error);
}
