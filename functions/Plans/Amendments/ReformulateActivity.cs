using System.Text.Json.Serialization;
using Avance.Functions.Http;

namespace Avance.Functions.Plans.Amendments;

/// <summary>An activity is put off to be rewritten for a later plan.</summary>
public sealed record ReformulateActivity : Amendment
{
    public required ActivityNumber Activity { get; init; }

    [JsonIgnore]
    public override string Subject => Activity.ToString();

    internal override Result<Plan> ApplyTo(Plan plan, BusinessCalendar calendar, DateTimeOffset now) =>
        plan.ActiveActivity(Activity, "activity").Succeeded(out var activity, out var error)
            ? plan.WithActivity(activity with { Status = ActivityStatus.Reformulated })
            : error;
}
