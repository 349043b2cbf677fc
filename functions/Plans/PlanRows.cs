using System.Globalization;
using System.Text.Json;
using Avance.Functions.Access;
using Azure.Data.Tables;

namespace Avance.Functions.Plans;

/// <summary>How a plan becomes rows of the table <c>plans</c>, and rows a plan.</summary>
internal static class PlanRows
{
    public const string RowsBehind = "RowsBehind";
    public const string Revision = "Revision";

    public static readonly string[] SummaryColumns =
    [
        "Name",
        "Body",
        "WorkingGroup",
        "FirstYear",
        "LastYear",
        Revision,
    ];

    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>The row of the plan itself, with all of the plan in it.</summary>
    public static TableEntity From(Plan plan, byte[] pack, int revision, bool rowsBehind, AuditEntry change)
    {
        var header = plan.Header;
        var row = new TableEntity(plan.Id.ToString(), PlanKeys.Plan)
        {
            ["Name"] = header.Name,
            ["Body"] = header.Body,
            ["WorkingGroup"] = header.WorkingGroup,
            ["LegalBasis"] = header.LegalBasis,
            ["FirstYear"] = header.FirstYear,
            ["LastYear"] = header.LastYear,
            ["GreenFrom"] = (double)header.Settings.GreenFrom,
            ["AmberFrom"] = (double)header.Settings.AmberFrom,
            ["CapPercents"] = header.Settings.CapPercents,
            ["FirstPeriod"] = header.Settings.FirstPeriod?.ToString() ?? "",
            ["RemindBefore"] = ToJson(header.Settings.RemindBefore),
            ["RemindAfter"] = ToJson(header.Settings.RemindAfter),
            [Revision] = revision,
            [RowsBehind] = rowsBehind,
            ["LastChange"] = ToJson(change),
        };
        PlanPack.Write(row, pack);
        return row;
    }

    public static TableEntity From(PlanId plan, Unit unit) =>
        new(plan.ToString(), PlanKeys.Of(unit))
        {
            ["Name"] = unit.Name,
            ["Aliases"] = ToJson(unit.Aliases),
            ["Kind"] = unit.Kind.ToString(),
            ["Contacts"] = ToJson(unit.Contacts),
            ["FormerCodes"] = ToJson(unit.FormerCodes),
            ["AmendedFields"] = ToJson(unit.AmendedFields),
        };

    public static TableEntity From(PlanId plan, Activity activity) =>
        new(plan.ToString(), PlanKeys.Of(activity))
        {
            ["Title"] = activity.Title,
            ["ResponsibleUnit"] = activity.ResponsibleUnit.ToString(),
            ["SubUnit"] = activity.SubUnit,
            ["SupportingUnits"] = ToJson(activity.SupportingUnits),
            ["UnitOfMeasure"] = activity.UnitOfMeasure,
            ["EvidenceRequirement"] = activity.EvidenceRequirement,
            ["Status"] = activity.Status.ToString(),
            ["MergedInto"] = activity.MergedInto?.Value ?? 0,
        };

    /// <summary>A target is a double, which keeps the 15 digits that an import takes.</summary>
    public static TableEntity From(PlanId plan, Goal goal) =>
        new(plan.ToString(), PlanKeys.Of(goal))
        {
            ["Target"] = (double)goal.Target,
            ["Measure"] = goal.Measure.ToString(),
            ["CarriedTo"] = goal.CarriedTo ?? 0,
            ["AmendedFields"] = ToJson(goal.AmendedFields),
        };

    public static TableEntity From(PlanId plan, ReportingPeriod period) =>
        new(plan.ToString(), PlanKeys.Of(period))
        {
            ["Opens"] = period.Opens,
            ["Due"] = period.Due,
            ["Closes"] = period.Closes,
            ["AmendedFields"] = ToJson(period.AmendedFields),
        };

    public static PlanHeader ToHeader(TableEntity row) =>
        new(
            Text(row, "Name"),
            Text(row, "Body"),
            Text(row, "WorkingGroup"),
            Text(row, "LegalBasis"),
            row.GetInt32("FirstYear")!.Value,
            row.GetInt32("LastYear")!.Value,
            new PlanSettings(
                (decimal)row.GetDouble("GreenFrom")!.Value,
                (decimal)row.GetDouble("AmberFrom")!.Value,
                row.GetBoolean("CapPercents")!.Value,
                Period.TryParse(Text(row, "FirstPeriod"), Invariant, out var first) ? first : null
            )
            {
                RemindBefore = Days(row, "RemindBefore"),
                RemindAfter = Days(row, "RemindAfter"),
            }
        );

    /// <param name="row">The row of the plan, or its row in the index.</param>
    public static PlanSummary ToSummary(PlanId plan, TableEntity row) =>
        new(
            plan,
            Text(row, "Name"),
            Text(row, "Body"),
            Text(row, "WorkingGroup"),
            row.GetInt32("FirstYear")!.Value,
            row.GetInt32("LastYear")!.Value,
            row.GetInt32(Revision)!.Value
        );

    public static AuditEntry ToLastChange(TableEntity row) => FromJson<AuditEntry>(Text(row, "LastChange"));

    public static Unit ToUnit(TableEntity row, string code) =>
        new(
            UnitCode.Parse(code, Invariant),
            Text(row, "Name"),
            FromJson<ValueList<string>>(Text(row, "Aliases")),
            Enum.Parse<UnitKind>(Text(row, "Kind"))
        )
        {
            // Rows of before these were kept have no such columns.
            Contacts = row.GetString("Contacts") is { } contacts ? FromJson<ValueList<Contact>>(contacts) : [],
            FormerCodes = row.GetString("FormerCodes") is { } codes ? FromJson<ValueList<UnitCode>>(codes) : [],
            AmendedFields = AmendedFields(row),
        };

    public static Activity ToActivity(TableEntity row, string number) =>
        new(
            ActivityNumber.Parse(number, Invariant),
            Text(row, "Title"),
            UnitCode.Parse(Text(row, "ResponsibleUnit"), Invariant),
            Text(row, "SubUnit"),
            FromJson<ValueList<UnitCode>>(Text(row, "SupportingUnits")),
            Text(row, "UnitOfMeasure"),
            Text(row, "EvidenceRequirement"),
            Enum.Parse<ActivityStatus>(Text(row, "Status")),
            row.GetInt32("MergedInto") is > 0 and var into ? new ActivityNumber(into) : null
        );

    public static Goal ToGoal(TableEntity row, string numberAndYear) =>
        new(
            ActivityNumber.Parse(numberAndYear[..3], Invariant),
            int.Parse(numberAndYear.AsSpan(4), Invariant),
            (decimal)row.GetDouble("Target")!.Value,
            Enum.Parse<GoalMeasure>(Text(row, "Measure")),
            row.GetInt32("CarriedTo") is > 0 and var year ? year : null
        )
        {
            AmendedFields = AmendedFields(row),
        };

    public static ReportingPeriod ToPeriod(TableEntity row, string id) =>
        new(Period.Parse(id, Invariant), Instant(row, "Opens"), Instant(row, "Due"), Instant(row, "Closes"))
        {
            AmendedFields = AmendedFields(row),
        };

    public static string ToJson<T>(T value) => JsonSerializer.Serialize(value, Json.Stored);

    public static T FromJson<T>(string json) => JsonSerializer.Deserialize<T>(json, Json.Stored)!;

    // Rows of before plans had days of their own have no such column.
    private static ValueList<int>? Days(TableEntity row, string column) =>
        row.GetString(column) is { } days ? FromJson<ValueList<int>?>(days) : null;

    private static string Text(TableEntity row, string column) => row.GetString(column)!;

    private static DateTimeOffset Instant(TableEntity row, string column) => row.GetDateTimeOffset(column)!.Value;

    private static ValueList<string> AmendedFields(TableEntity row) =>
        FromJson<ValueList<string>>(Text(row, "AmendedFields"));
}
