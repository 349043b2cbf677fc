using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>Counts the plans of a semester by body and in all. Pure: the rows may come in any order.</summary>
/// <param name="groups">The registered working groups by <see cref="ReportKeys.OfBody"/>.</param>
public sealed class NationalTally(IReadOnlyDictionary<string, BodyGroups> groups)
{
    private readonly SortedDictionary<string, Body> bodies = new(StringComparer.Ordinal);
    private readonly List<double> compliances = [];
    private ReportNationalRow totals = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private bool isReported;

    public void Add(ReportNationalPlanRow row)
    {
        isReported |= row.HasPeriod == 1;
        var body = BodyOf(row.BodyKey, row.Body);
        body.Achievements += row.Achievements;
        totals = totals with { Achievements = totals.Achievements + row.Achievements };
        switch (row.Kind)
        {
            case nameof(PlanKind.Sector):
                AddSector(body, row);
                break;
            case nameof(PlanKind.Policy):
                totals = totals with
                {
                    Policies = totals.Policies + row.HasPeriod,
                    IndicatorsExceeded = totals.IndicatorsExceeded + row.IndicatorsExceeded,
                    IndicatorsNotMet = totals.IndicatorsNotMet + row.IndicatorsNotMet,
                    IndicatorsNoInformation = totals.IndicatorsNoInformation + row.IndicatorsNoInformation,
                };
                break;
            case nameof(PlanKind.WorkPlan):
                totals = totals with
                {
                    WorkPlans = totals.WorkPlans + row.HasPeriod,
                    DeliveriesOwed = totals.DeliveriesOwed + row.DeliveriesOwed,
                    DeliveriesMade = totals.DeliveriesMade + row.DeliveriesMade,
                };
                break;
        }

        foreach (var asked in row.Bodies.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            BodyOf(ReportKeys.OfBody(asked), asked).AskedBy++;
        }
    }

    /// <returns>Null if no plan is reported in the semester: then it has no totals.</returns>
    public NationalPeriod? ToPeriod()
    {
        if (!isReported)
        {
            return null;
        }

        foreach (var (key, own) in groups)
        {
            BodyOf(key, own.Body);
        }

        var rows = bodies.Select(body => ToRow(body.Key, body.Value)).ToValueList();
        compliances.Sort();
        return new NationalPeriod(
            totals with
            {
                Bodies = rows.Count,
                BodiesWithGroup = rows.Sum(row => row.HasGroup),
                BodiesWithPlan = rows.Sum(row => row.HasPlan),
                BodiesDue = rows.Count(row => row.Due > 0),
                BodiesReported = rows.Sum(row => row.HasReported),
                BodiesComplete = rows.Count(row => row.Reports == "Complete"),
                ExecutionLevel = totals.Programmed == 0 ? 0 : 100.0 * totals.FullyExecuted / totals.Programmed,
                CappedCompliance = compliances.Count == 0 ? 0 : compliances.Sum() / compliances.Count,
                PlansInMean = compliances.Count,
            },
            rows
        );
    }

    private void AddSector(Body body, ReportNationalPlanRow row)
    {
        body.Plans++;
        body.Due += row.Due;
        body.Sent += row.Sent;
        body.Accepted += row.Accepted;
        body.Comparable += row.Comparable;
        totals = totals with { Plans = totals.Plans + row.HasPeriod };
        if (row.Comparable == 0)
        {
            return;
        }

        totals = totals with
        {
            PlansComparable = totals.PlansComparable + 1,
            Programmed = totals.Programmed + row.Programmed,
            FullyExecuted = totals.FullyExecuted + row.FullyExecuted,
        };
        if (row.UnitsInMean > 0)
        {
            compliances.Add(row.CappedCompliance);
        }
    }

    private Body BodyOf(string key, string name) =>
        bodies.TryGetValue(key, out var body) ? body : bodies[key] = new Body(name);

    private ReportNationalBodyRow ToRow(string key, Body body)
    {
        var own = groups.GetValueOrDefault(key);
        return new ReportNationalBodyRow(
            body.Name,
            key,
            own is null ? 0 : 1,
            own?.Groups ?? "",
            body.Plans > 0 ? 1 : 0,
            body.Plans,
            ReportsOf(body),
            body.Sent > 0 ? 1 : 0,
            body.Due,
            body.Sent,
            body.Accepted,
            body.Comparable,
            body.AskedBy,
            body.Achievements
        );
    }

    private static string ReportsOf(Body body) =>
        body switch
        {
            { Plans: 0 } => "NoPlan",
            { Due: 0 } => "NotDue",
            { Sent: 0 } => "None",
            _ => body.Sent < body.Due ? "Partial" : "Complete",
        };

    private sealed class Body(string name)
    {
        public string Name { get; } = name;

        public int Plans { get; set; }

        public int Due { get; set; }

        public int Sent { get; set; }

        public int Accepted { get; set; }

        public int Comparable { get; set; }

        public int AskedBy { get; set; }

        public int Achievements { get; set; }
    }
}
