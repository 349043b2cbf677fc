namespace Avance.Bench;

/// <summary>How much is measured.</summary>
/// <param name="Plans">Plans whose reports are compiled, and whose reminders are planned.</param>
/// <param name="FewPlans">A tenth of them: what memory is compared with.</param>
/// <param name="Submissions">Submissions, and transactions of the baseline.</param>
/// <param name="Starts">Cold starts of each of the two apps.</param>
/// <param name="Units">Units that report in the last hour before a deadline.</param>
/// <param name="Documents">Documents of each kind.</param>
/// <param name="Earlier">Documents that a plan has when another is looked up.</param>
/// <param name="FewEarlier">A hundredth of them: what the look-up is compared with.</param>
/// <param name="Limit">After this everything is stopped.</param>
/// <param name="Only">The one figure, or group of figures, to measure; null measures all.</param>
internal sealed record BenchOptions(
    int Plans,
    int FewPlans,
    int Submissions,
    int Starts,
    int Units,
    int Documents,
    int Earlier,
    int FewEarlier,
    TimeSpan Limit,
    string? Only = null
)
{
    public const string Usage =
        "Usage: ./bench [--quick] [--only compile|submissions|start|load|reminders|evidence|documents|uploads|big-files|lookup|quality]";

    private const string All = "evidence";

    private static readonly string[] OfEvidence = ["documents", "uploads", "big-files", "lookup", "quality"];
    private static readonly string[] Figures =
    [
        "compile",
        "submissions",
        "start",
        "load",
        "reminders",
        All,
        .. OfEvidence,
    ];
    private static readonly BenchOptions Complete = new(
        2_000,
        200,
        6_000,
        11,
        200,
        600,
        100_000,
        1_000,
        TimeSpan.FromMinutes(90)
    );
    private static readonly BenchOptions Quick = new(200, 20, 1_200, 7, 20, 60, 10_000, 100, TimeSpan.FromMinutes(15));

    /// <returns>Null if the arguments are not those of <see cref="Usage"/>.</returns>
    public static BenchOptions? Parse(string[] args) =>
        args switch
        {
            [] => Complete,
            ["--quick"] => Quick,
            ["--only", var figure] when Figures.Contains(figure) => Complete with { Only = figure },
            ["--quick", "--only", var figure] when Figures.Contains(figure) => Quick with { Only = figure },
            _ => null,
        };

    public bool Measures(string figure) =>
        Only is null || Only == figure || (Only == All && OfEvidence.Contains(figure));
}
