using Avance.Functions.Http;

namespace Avance.Functions.Achievements;

/// <summary>The achievement that a route names.</summary>
internal static class AchievementRoute
{
    /// <returns>The empty id, which no achievement has, if it is no UUID.</returns>
    public static Guid GetAchievementId(this HttpRequest request) =>
        Guid.TryParseExact(request.GetRouteText("achievementId"), "D", out var id) ? id : Guid.Empty;
}
