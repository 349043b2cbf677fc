using Avance.Testing.Scale;

namespace Avance.Bench.Scale;

/// <summary>
/// The last hour of many bodies against the limits of the services: counts what each operation costs on the real app, checks
/// that the counts add up for a few bodies, and simulates the hour with them.
/// </summary>
internal sealed class ScaleRun(int bodies, CancellationToken token)
{
    private const int Seed = 17;
    private const int BodiesOfCheck = 5;
    private static readonly BodyShape Small = new(Units: 2, Activities: 2, Saves: 3, Files: 3);

    /// <summary>As the sample plan: 65 activities of 14 units.</summary>
    private static readonly BodyShape Usual = new(Units: 14, Activities: 65, Saves: 4, Files: 3);

    public async Task MeasureAsync(Report report)
    {
        Console.WriteLine($"Counting what the operations of a body cost, and simulating {bodies:N0} bodies…");
        await using var azurite = await Azurite.StartAsync(token);
        var counting = new CostCounting(azurite.NewAccount);
        await CheckAsync(counting, report);
        token.ThrowIfCancellationRequested();
        var costs = await counting.CountAsync(Usual);
        var model = new LastHourModel { Bodies = bodies, Shape = Usual };
        var result = new LastHourSimulation(model, costs, Seed).Run();
        foreach (var peak in result.Peaks)
        {
            report.Add(
                new Figure(
                    $"scale: {peak.Limit.Name}, {peak.Where}",
                    $"{peak.Most:N0}",
                    $"{peak.Limit.PerSecond:N0}",
                    peak.Share,
                    "below 1",
                    peak.Share < 1
                )
            );
            report.Note(Describe(peak));
        }

        var first = result.Peaks[0];
        report.Note(
            first.Share < 1
                ? $"scale: no limit is met; the first one would be {first.Limit.Name} ({first.Where}), of which "
                    + $"{first.Share:P0} is used."
                : $"scale: the first limit that is met is {first.Limit.Name} ({first.Where}): {first.Share:P0}."
        );
        report.Note(
            $"scale: {result.Operations[Operations.Submit]:N0} submissions, {result.Operations[Operations.Read]:N0} files and "
                + $"{result.Operations[Operations.SendMail]:N0} mails. A file waits at most {result.LongestReadWait:N0} s to be "
                + $"read, a claim {result.LongestExamineWait:N0} s to be examined. At the deadline {result.UnsentMails:N0} mails "
                + $"wait; the last one goes out {result.MailsLate / 60:N0} minutes after it."
        );
    }

    private static string Describe(Peak peak)
    {
        var met = peak.IsShared
            ? "grows with the number of bodies"
            : "is one body's own, however many bodies there are";
        var refused =
            peak.Refused > 0
                ? $" Refused and sent again: {peak.Refused:N0}; refused four times: {peak.Failed:N0}."
                : "";
        var source = peak.Limit.Source ?? "measured, not documented";
        return $"scale: {peak.Limit.Name} are used most in second {peak.AtSecond:N0}; it {met}.{refused} {source}";
    }

    private static async Task CheckAsync(CostCounting counting, Report report)
    {
        var costs = await counting.CountAsync(Small);
        var predicted = costs.Predict(Small, BodiesOfCheck);
        var counted = await counting.CountAsync(Small, BodiesOfCheck, Seed);
        var differences = predicted
            .Keys.Union(counted.Keys)
            .Where(place => predicted.GetValueOrDefault(place) != counted.GetValueOrDefault(place))
            .Select(place => $"{place}: {predicted.GetValueOrDefault(place)} and {counted.GetValueOrDefault(place)}")
            .ToList();
        report.Note(
            differences.Count == 0
                ? $"scale: {BodiesOfCheck} bodies on Azurite: {counted.Values.Sum():N0} requests at {counted.Count} places, each "
                    + "as predicted."
                : throw new InvalidOperationException($"Predicted and counted differ: {string.Join("; ", differences)}")
        );
    }
}
