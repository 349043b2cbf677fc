using System.Text.Json.Serialization;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>An activity is no longer done by itself: another one, which goes on, covers it.</summary>
public sealed record SuspendActivity : Amendment
{
    public required ActivityNumber Activity { get; init; }

    /// <summary>The activity that covers it from now on.</summary>
    public required ActivityNumber MergedInto { get; init; }

    [JsonIgnore]
    public override string Subject => Activity.ToString();

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now)
    {
        if (!plan.ActiveActivity(Activity, "activity").Succeeded(out var activity, out var error))
        {
            return error;
        }

        if (MergedInto == Activity)
        {
            return Error.Invalid("amendment-merged-into-itself", "mergedInto");
        }

        return plan.ActiveActivity(MergedInto, "mergedInto").Succeeded(out _, out error)
            ? plan.WithActivity(activity with { Status = ActivityStatus.Suspended, MergedInto = MergedInto })
            : error;
    }
}
