using Avance.Functions.Http;
using Microsoft.Azure.Functions.Worker;

namespace Avance.Functions.Achievements;

/// <summary>Withdrawing and restoring achievements over HTTP.</summary>
public sealed class WithdrawalFunctions(AchievementHandler handler)
{
    private const string Route = Routes.Api + "plans/{planId}/achievements/{achievementId}/";

    [Function("WithdrawAchievement"), Requires(Permission.ReportProgress)]
    public async Task<IResult> WithdrawAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "withdraw")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await request
                .ReadJsonAsync<WithdrawalRequest>(cancellationToken)
                .ThenAsync(body =>
                    handler.WithdrawAsync(
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

    [Function("RestoreAchievement"), Requires(Permission.ReportProgress)]
    public async Task<IResult> RestoreAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "restore")] HttpRequest request,
        CancellationToken cancellationToken
    ) =>
        VersionTag.Read(request).Succeeded(out var version, out var error)
            ? await handler
                .RestoreAsync(
                    request.GetPlanId(),
                    request.GetAchievementId(),
                    version,
                    request.GetCaller(),
                    cancellationToken
                )
                .ToAnswerAsync(written => VersionTag.Answer(request, written.Version, written))
            : Problem.From(error);
}
