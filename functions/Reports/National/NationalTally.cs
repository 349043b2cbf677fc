using Avance.Functions.Plans;
using Avance.Functions.Reports.Tables;

namespace Avance.Functions.Reports.National;

/// <summary>Counts the plans of a semester by body and in all. Pure: the rows may come in any order.</summary>
/// <param name="groups">The registered working groups.</param>
public sealed class NationalTally(IReadOnlyCollection<NationalGroup> groups)
{
    private readonly SortedDictionary<string, Body> bodies = new(StringComparer.Ordinal);
    private readonly ILookup<string, string> groupsOfPlans = groups
        .SelectMany(group => group.Plans.Select(plan => (Plan: plan.ToString(), group.Id)))
        .ToLookup(one => one.Plan, one => one.Id, StringComparer.Ordinal);
    private readonly HashSet<string> following = new(StringComparer.Ordinal);
    private readonly List<double> compliances = [];
    private ReportNationalRow totals = new(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private bool isReported;

    public void Add(ReportNationalPlanRow row)
    {
        isReported |= row.HasPeriod == 1;
        var body = BodyOf(row.BodyKey, row.Body);
        body.Achievements += row.Achievements;
        body.Groups.UnionWith(groupsOfPlans[row.Plan]);
        following.UnionWith(groupsOfPlans[row.Plan]);
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

        // The bodies of an equality plan report it together: nothing is asked of them from outside.
        var others = row.Kind == nameof(PlanKind.Sector) ? "" : row.Bodies;
        foreach (var asked in others.Split('\n', StringSplitOptions.RemoveEmptyEntries))
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

        // One that follows a plan is its body's, however the group spells that.
        foreach (var group in groups.Where(group => !following.Contains(group.Id)))
        {
            BodyOf(ReportKeys.OfBody(group.Body), group.Body).Groups.Add(group.Id);
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
        body.IsOpen |= row is { HasPeriod: 1, Closed: 0 };
        body.Due += row.Due;
        body.Returned += row.Returned;
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

    /// <summary>Where a name is spelled in several ways, the first of them by order is shown.</summary>
    private Body BodyOf(string key, string name)
    {
        if (!bodies.TryGetValue(key, out var body))
        {
            return bodies[key] = new Body { Name = name };
        }

        body.Name = string.CompareOrdinal(name, body.Name) < 0 ? name : body.Name;
        return body;
    }

    private static ReportNationalBodyRow ToRow(string key, Body body) =>
        new(
            body.Name,
            key,
            body.Groups.Count > 0 ? 1 : 0,
            string.Join(", ", body.Groups),
            body.Plans > 0 ? 1 : 0,
            body.Plans,
            ReportsOf(body),
            body.Sent + body.Returned > 0 ? 1 : 0,
            body.Due,
            body.Sent,
            body.Accepted,
            body.Comparable,
            body.AskedBy,
            body.Achievements
        );

    private static string ReportsOf(Body body) =>
        body switch
        {
            { Plans: 0 } => "NoPlan",
            { Due: 0 } => "NotDue",
            _ when body.Sent >= body.Due => "Complete",
            { IsOpen: true } => "Open",
            { Sent: 0, Returned: 0 } => "None",
            _ => "Partial",
        };

    private sealed class Body
    {
        public string Name { get; set; } = "";

        public SortedSet<string> Groups { get; } = new(StringComparer.Ordinal);

        public bool IsOpen { get; set; }

        public int Returned { get; set; }

        public int Plans { get; set; }

        public int Due { get; set; }

        public int Sent { get; set; }

        public int Accepted { get; set; }

        public int Comparable { get; set; }

        public int AskedBy { get; set; }

        public int Achievements { get; set; }
    }
}
