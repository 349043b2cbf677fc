namespace Avance.Functions.Reports.Composition.Chapters;

internal static class CoverPage
{
    private const string Words = "report-cover";

    public static ReportCover Compose(ReportSources sources)
    {
        var plan = sources.Latest.Plan;
        var period = sources.Latest.Period;
        return new ReportCover(
            plan.Body,
            plan.WorkingGroup,
            Messages.Text(sources.Latest.Policy is null ? $"{Words}.Title" : $"{Words}.PolicyTitle"),
            plan.Name,
            sources.Periods.Count == 1
                ? ReportParts.Words(period)
                : ReportParts.Word("report-period", "Year", period.Year),
            Messages.Text($"{Words}.Date", sources.ComputedAt)
        );
    }
}
