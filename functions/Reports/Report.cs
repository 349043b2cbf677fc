using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using Avance.Functions.Reports.Policies;
using Avance.Functions.Reports.Tables;
using Avance.Functions.Reports.WorkPlans;
using Avance.Functions.Storage;

namespace Avance.Functions.Reports;

/// <summary>The consolidated report of a plan and period: the rows of all its tables, each list by row key.</summary>
public sealed record Report(
    Period Period,
    ReportPlanRow Plan,
    ValueList<ReportUnitRow> Units,
    ValueList<ReportActivityRow> Activities,
    ValueList<ReportGoalRow> Goals,
    ValueList<ReportEvidenceRow> Evidence,
    ValueList<ReportFindingRow> Findings,
    ValueList<ReportFactorRow> Factors,
    ValueList<ReportRecommendationRow> Recommendations,
    ValueList<ReportReminderRow> Reminders,
    ValueList<ReportHistoryRow> History
)
{
    /// <summary>
    /// What tables must not have, since it may name persons: the detail of each finding and the name of each file, by their
    /// row's key. Documents that people sign print them.
    /// </summary>
    public ValueList<ReportDetail> Details { get; init; } = [];

    /// <summary>What the report of a policy has besides; null for other plans, whose JSON does not have it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public PolicyReport? Policy { get; init; }

    /// <inheritdoc cref="PolicyReport.Indicators"/>
    [JsonIgnore]
    public ValueList<ReportIndicatorRow> Indicators => Policy?.Indicators ?? [];

    /// <inheritdoc cref="PolicyReport.Objectives"/>
    [JsonIgnore]
    public ValueList<ReportObjectiveRow> Objectives => Policy?.Objectives ?? [];

    /// <inheritdoc cref="PolicyReport.Services"/>
    [JsonIgnore]
    public ValueList<ReportServiceRow> Services => Policy?.Services ?? [];

    /// <summary>What the report of a work plan has besides; null for other plans, whose JSON does not have it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public WorkPlanReport? WorkPlan { get; init; }

    /// <inheritdoc cref="WorkPlanReport.Deliveries"/>
    [JsonIgnore]
    public ValueList<ReportDeliveryRow> Deliveries => WorkPlan?.Deliveries ?? [];

    /// <summary>The achievements of the period's year, up to the period's end.</summary>
    [JsonIgnore]
    public ValueList<ReportAchievementRow> Achievements { get; init; } = [];

    /// <summary>
    /// The same as it is written: not at all where there are none, so that such a report is as it was before there were
    /// achievements.
    /// </summary>
    [JsonPropertyName("achievements"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ValueList<ReportAchievementRow>? WrittenAchievements
    {
        get => Achievements.Count == 0 ? null : Achievements;
        init => Achievements = value ?? [];
    }

    public int Rows =>
        1
        + Units.Count
        + Activities.Count
        + Goals.Count
        + Evidence.Count
        + Findings.Count
        + Factors.Count
        + Recommendations.Count
        + Reminders.Count
        + History.Count
        + Indicators.Count
        + Objectives.Count
        + Services.Count
        + Deliveries.Count
        + Achievements.Count;

    /// <summary>
    /// SHA-256 in hexadecimal of <see cref="ToJson"/> and of the columns that it is stored in: equal reports have equal
    /// checksums, until a column gets another type. Then all rows are written anew, since a column of Power BI has one type.
    /// </summary>
    public static string ChecksumOf(byte[] json)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(ReportTables.Columns));
        hash.AppendData(json);
        return Convert.ToHexStringLower(hash.GetCurrentHash());
    }

    public byte[] ToJson() => JsonSerializer.SerializeToUtf8Bytes(this, StoredJson.Options);

    /// <summary>A snapshot as a run kept it; one of an earlier version of the app lacks tables, which are empty then.</summary>
    public static Report FromJson(ReadOnlyMemory<byte> json) =>
        JsonSerializer.Deserialize<Report>(json.Span, StoredJson.Options)!;
}
