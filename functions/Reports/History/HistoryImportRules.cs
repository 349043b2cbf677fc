using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.History;

/// <summary>Which figures of which years may be imported. Pure.</summary>
public static class HistoryImportRules
{
    public const int FirstYear = 2000;
    public const int MaxProgrammed = 9_999;
    public const decimal MaxPercent = 1_000_000;
    public const int MinText = 3;

    /// <summary>Longest name of a plan and longest source, in characters.</summary>
    public const int MaxText = 300;
    public const int MaxUnits = 200;

    /// <summary>Longest name of a unit, in characters.</summary>
    public const int MaxUnit = 100;

    // The service takes none of these in a key: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
    private static readonly char[] NotInKeys = ['/', '\\', '#', '?'];

    /// <summary>The year as a request leaves it, or why it may not be imported. The same figures again make no version.</summary>
    /// <param name="current">What was imported before; null if nothing was.</param>
    /// <param name="expectedVersion">The version that the caller has seen; 0 if none.</param>
    /// <param name="today">In the plan's time zone: only a year that has ended is closed.</param>
    public static Result<ImportedYear> Import(
        Plan plan,
        int year,
        ImportedYear? current,
        int expectedVersion,
        HistoryRequest request,
        DateOnly today,
        Caller caller,
        DateTimeOffset now
    )
    {
        var next = new ImportedYear(
            year,
            request.Plan.Trim(),
            request.Source.Trim(),
            request.Programmed,
            request.FullyExecuted,
            (request.Units ?? []).Select(unit => unit with { Unit = unit.Unit.Trim() }).ToValueList(),
            request.Activities ?? [],
            (current?.Version ?? 0) + 1,
            caller.Name,
            now
        );
        if (CheckYear(plan, year, today) is { } error)
        {
            return error;
        }

        if (Check(plan, next) is { Count: > 0 } errors)
        {
            return Error.All(errors);
        }

        return current is not null
            && current == (next with { Version = current.Version, By = current.By, At = current.At })
                ? current
            : CheckVersion(current, expectedVersion) is { } changed ? changed
            : next;
    }

    /// <summary>The error if another version was made since the caller last read (412); null if none was.</summary>
    public static Error? CheckVersion(ImportedYear? current, int expectedVersion) =>
        (current?.Version ?? 0) is var version && version == expectedVersion
            ? null
            : new Error(
                "history-changed",
                StatusCodes.Status412PreconditionFailed,
                "If-Match",
                expectedVersion,
                version
            )
            {
                Extensions = new Dictionary<string, object?>(StringComparer.Ordinal)
                {
                    ["seenVersion"] = expectedVersion,
                    ["version"] = version,
                },
            };

    private static Error? CheckYear(Plan plan, int year, DateOnly today)
    {
        var last = Math.Min(plan.Header.LastYear, today.Year - 1);
        return year < FirstYear || year > last ? Error.Invalid("history-year", "year", year, FirstYear, last)
            : plan.ReportedPeriods.Any(period => period.Id.Year == year) ? Error.Conflict("history-year-reported", year)
            : null;
    }

    private static List<Error> Check(Plan plan, ImportedYear year) =>
        [
            .. CheckText("plan", year.Plan, MinText, MaxText),
            .. CheckText("source", year.Source, MinText, MaxText),
            .. CheckCount("programmed", year.Programmed, MaxProgrammed),
            .. CheckCount("fullyExecuted", year.FullyExecuted, Math.Clamp(year.Programmed, 0, MaxProgrammed)),
            .. TooMany("units", year.Units.Count, MaxUnits),
            .. year.Units.SelectMany((unit, index) => CheckUnit($"units[{index}]", unit)),
            .. Repeated("units", "unit", year.Units.Select(unit => NameIn(plan, unit.Unit))),
            .. year.Activities.SelectMany((activity, index) => CheckActivity($"activities[{index}]", activity, plan)),
            .. Repeated("activities", "activity", year.Activities.Select(activity => $"{activity.Activity}")),
        ];

    /// <summary>The code of the unit that the plan calls so; the name itself if it calls none so.</summary>
    private static string NameIn(Plan plan, string name) =>
        (plan.FindUnit(name)?.Code.ToString() ?? name).ToUpperInvariant();

    private static IEnumerable<Error> CheckText(string field, string text, int least, int most) =>
        text.Length < least
            ? [Error.Invalid("history-text-missing", field, least)]
            : ProgressValidation.TooLong(field, text, most);

    private static IEnumerable<Error> CheckCount(string field, int count, int most) =>
        count < 0 || count > most ? [Error.Invalid("history-count", field, count, most)] : [];

    private static IEnumerable<Error> TooMany(string field, int count, int most) =>
        count > most ? [Error.Invalid("too-many-items", field, count, most)] : [];

    private static IEnumerable<Error> CheckUnit(string field, ImportedUnit unit) =>
        [
            .. CheckText($"{field}.unit", unit.Unit, 1, MaxUnit),
            .. unit.Unit.IndexOfAny(NotInKeys) >= 0 || unit.Unit.Any(char.IsControl)
                ? [Error.Invalid("history-unit", $"{field}.unit", unit.Unit)]
                : Array.Empty<Error>(),
            .. CheckPercent($"{field}.compliance", unit.Compliance),
        ];

    private static IEnumerable<Error> CheckActivity(string field, ImportedActivity activity, Plan plan) =>
        [
            .. plan.FindActivity(activity.Activity) is null
                ? [Error.Invalid("activity-unknown", $"{field}.activity", activity.Activity, plan.Id)]
                : Array.Empty<Error>(),
            .. CheckPercent($"{field}.percent", activity.Percent),
        ];

    private static IEnumerable<Error> CheckPercent(string field, decimal percent) =>
        percent is < 0 or > MaxPercent || decimal.Round(percent, 4) != percent
            ? [Error.Invalid("history-percent", field, percent)]
            : [];

    private static IEnumerable<Error> Repeated(string list, string member, IEnumerable<string> names) =>
        names
            .Select((name, index) => (Name: name, Index: index))
            .GroupBy(item => item.Name, StringComparer.Ordinal)
            .SelectMany(same => same.Skip(1))
            .OrderBy(again => again.Index)
            .Select(again => Error.Invalid("history-repeated", $"{list}[{again.Index}].{member}", again.Name));
}
