using Avance.Functions.Plans.Indicators;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Rows;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.Texts;

/// <summary>The templates of the texts of a policy with its figures in them. Pure.</summary>
/// <param name="when">The time of the figures, as the texts of all plans say it.</param>
internal sealed class PolicyTextDrafts(ReportPlanRow plan, PolicyReport policy, string when)
{
    private const string Code = "policy-text";

    public string Presentation() =>
        Paragraphs(Say("presented", plan.Name, when), Say("purpose", plan.WorkingGroup, plan.Body), Say("method"));

    public string Summary()
    {
        var all = PolicyReport.CountsOf(policy.Indicators);
        return Paragraphs(
            Counts("objectives", IndicatorRows.OfObjective),
            Counts("services", IndicatorRows.OfService),
            Say("all", all.Total, all.WithInformation, all.Exceeded, all.NotMet, all.NoInformation),
            Say(
                "protocols",
                policy.Services.Count,
                policy.Services.Sum(service => service.InForce),
                policy.Services.Sum(service => service.Evaluated)
            )
        );
    }

    public string Conclusions() =>
        Paragraphs(
            Named("exceeded", row => row.Exceeded == 1),
            Named("beyond", row => row.BeyondTargetOf > 0),
            Named("not-met", row => row.NotMet == 1),
            Named("not-submitted", row => row.Information == nameof(InformationStatus.NotSubmitted)),
            Named("not-produced", row => row.Information == nameof(InformationStatus.SourceNotProduced)),
            Named("under-review", row => row.Information == nameof(InformationStatus.UnderReview)),
            Named("inferred", row => row.BaselineInferred == 1),
            Say("closing")
        );

    private string Counts(string key, string level)
    {
        var counts = PolicyReport.CountsOf(policy.Indicators.Where(row => row.Level == level));
        return Say(
            key,
            counts.Total,
            counts.Exceeded,
            counts.Shares[0],
            counts.NotMet,
            counts.Shares[1],
            counts.NoInformation,
            counts.Shares[2]
        );
    }

    /// <summary>Null if there are no such indicators.</summary>
    private string? Named(string key, Func<ReportIndicatorRow, bool> which)
    {
        var codes = policy.Indicators.Where(which).Select(row => row.Indicator).ToList();
        return codes.Count == 0 ? null : Say(key, ReportWords.List(codes));
    }

    private static string Say(string key, params object?[] arguments) => Messages.Text($"{Code}.{key}", arguments);

    private static string Paragraphs(params string?[] paragraphs) => string.Join("\n\n", paragraphs.OfType<string>());
}
