using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;

namespace Avance.Functions.Tests.Http;

/// <summary>Every function whose route names a plan, called at an address with a malformed part.</summary>
public sealed class RouteAddressTests(SharedApp shared) : IClassFixture<SharedApp>
{
    private const string National = "national-secretariat";

    public static TheoryData<string, string> OfAPlan => Named("{planId}");

    public static TheoryData<string, string> OfAPeriod => Named("{planId}", "{period}");

    public static TheoryData<string, string> OfAnActivity => Named("{planId}", "{number}");

    [Theory]
    [MemberData(nameof(OfAPlan))]
    public async Task Call_MalformedPlan_IsNotAllowed(string method, string route)
    {
        var path = Fill(route).Replace($"/{TestPlan.Id}", "/Mi_Plan", StringComparison.Ordinal);

        (await CallAsync(null, method, path)).ShouldBeProblem(401, "not-signed-in");
        (await CallAsync(National, method, path)).ShouldBeProblem(403, "not-allowed");
    }

    [Theory]
    [MemberData(nameof(OfAPeriod))]
    public async Task Call_MalformedPeriod_IsUnknownOnceCallingIsAllowed(string method, string route)
    {
        // The period comes before the activity.
        var path = Fill(route.Replace("{number}", "0", StringComparison.Ordinal), period: "2023-III");

        await ShouldBeUnknownAsync(method, path, "period-unknown", "2023-III");
    }

    [Theory]
    [MemberData(nameof(OfAnActivity))]
    public async Task Call_MalformedActivity_IsUnknownOnceCallingIsAllowed(string method, string route) =>
        await ShouldBeUnknownAsync(method, Fill(route, number: "1000"), "activity-unknown", "1000");

    private async Task ShouldBeUnknownAsync(string method, string path, string code, string part)
    {
        var answer = await CallAsync($"secretariat {TestPlan.Id}", method, path);

        answer.ShouldBeProblem(404, code);
        answer["detail"]!.GetValue<string>().ShouldBe(Messages.Text($"{code}.detail", part, TestPlan.Id));
        (await CallAsync(null, method, path)).ShouldBeProblem(401, "not-signed-in");
        (await CallAsync("secretariat otro-plan", method, path)).ShouldBeProblem(403, "not-allowed");
    }

    private Task<Answer> CallAsync(string? caller, string method, string path) =>
        shared.App.As(caller).SendAsync(new HttpMethod(method), path);

    private static string Fill(string route, string period = "2023-II", string number = "34") =>
        "/"
        + route
            .Replace("{planId}", $"{TestPlan.Id}", StringComparison.Ordinal)
            .Replace("{period}", period, StringComparison.Ordinal)
            .Replace("{number}", number, StringComparison.Ordinal);

    private static TheoryData<string, string> Named(params string[] parts)
    {
        var data = new TheoryData<string, string>();
        foreach (
            var function in HttpFunction.All.Where(one =>
                Array.TrueForAll(parts, part => one.Route.Contains(part, StringComparison.Ordinal))
            )
        )
        {
            data.Add(function.Method, function.Route);
        }

        return data;
    }
}
