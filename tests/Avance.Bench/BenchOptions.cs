namespace Avance.Bench;

/// <summary>How much is measured.</summary>
/// <param name="Plans">Plans whose reports are compiled.</param>
/// <param name="FewPlans">A tenth of them: what memory is compared with.</param>
/// <param name="Submissions">Submissions, and transactions of the baseline.</param>
/// <param name="Starts">Cold starts of each of the two apps.</param>
/// <param name="Limit">After this everything is stopped.</param>
/// <param name="Only">The one figure to measure; null measures all.</param>
internal sealed record BenchOptions(
    int Plans,
    int FewPlans,
    int Submissions,
    int Starts,
    TimeSpan Limit,
    string? Only = null
)
{
    public const string Usage = "Usage: ./bench [--quick] [--only compile|submissions|start]";

    private static readonly string[] Figures = ["compile", "submissions", "start"];
    private static readonly BenchOptions Complete = new(2_000, 200, 6_000, 11, TimeSpan.FromMinutes(40));
    private static readonly BenchOptions Quick = new(200, 20, 1_200, 7, TimeSpan.FromMinutes(10));

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

    public bool Measures(string figure) => Only is null || Only == figure;
}
