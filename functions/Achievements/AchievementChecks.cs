using Avance.Functions.Http;
using Avance.Functions.Plans;

namespace Avance.Functions.Achievements;

/// <summary>Everything that is wrong with an achievement as it is to be recorded, each with its field. Pure.</summary>
public static class AchievementChecks
{
    public const int MaxTitle = 300;
    public const int MaxText = 4_000;
    public const int MaxDocument = 300;
    public const int MaxLink = 1_000;
    public const int MaxFigures = 10;
    public const int MaxLabel = 200;
    public const int MaxUnitOfMeasure = 100;
    public const int MinReason = 5;
    public const int MaxReason = 1_000;
    public const int MaxPeople = 10_000_000;
    public const decimal MaxNumber = 1_000_000_000;

    /// <param name="request">With its texts trimmed.</param>
    /// <param name="current">
    /// What is to be changed: it may keep a theme that the plan no longer has, and its activity; null for a new one.
    /// </param>
    public static IReadOnlyList<Error> Check(
        Plan plan,
        Caller caller,
        AchievementRequest request,
        Achievement? current,
        DateOnly today
    ) =>
        [
            .. CheckTheme(plan, request.Theme, current),
            .. CheckText("title", request.Title, MaxTitle),
            .. TooLong("text", request.Text, MaxText),
            .. CheckDate(plan, caller, request.Date, today),
            .. TooLong("document", request.Document, MaxDocument),
            .. CheckLink(request.Link),
            .. CheckFigures(request.Figures ?? []),
            .. CheckPeople(request),
            .. CheckActivity(plan, caller, request.Activity, current),
        ];

    public static IEnumerable<Error> CheckReason(string reason) =>
        reason.Length < MinReason
            ? [Error.Invalid("achievement-reason", "reason", MinReason)]
            : TooLong("reason", reason, MaxReason);

    /// <summary>The theme as the plan writes it; null if it has none of that name.</summary>
    public static string? ThemeOf(Plan plan, string text, Achievement? current) =>
        plan.Header.Settings.Themes.FirstOrDefault(theme => theme.Equals(text, StringComparison.OrdinalIgnoreCase))
        ?? (current?.Theme == text ? text : null);

    private static IEnumerable<Error> CheckTheme(Plan plan, string theme, Achievement? current) =>
        theme.Length == 0 ? [Missing("theme")]
        : ThemeOf(plan, theme, current) is null ? [Error.Invalid("achievement-theme", "theme", theme)]
        : [];

    /// <summary>A unit names its own activities; a change may keep one that is not, as the secretariat recorded it.</summary>
    private static IEnumerable<Error> CheckActivity(
        Plan plan,
        Caller caller,
        ActivityNumber? activity,
        Achievement? current
    ) =>
        activity is not { } number ? []
        : plan.FindActivity(number) is not { } found ? [Error.Invalid("activity-unknown", "activity", number, plan.Id)]
        : current?.Activity == number || caller.MayReadProgressOf(plan, found.ResponsibleUnit) ? []
        : [Error.Invalid("achievement-activity", "activity", number)];

    private static IEnumerable<Error> CheckDate(Plan plan, Caller caller, DateOnly? date, DateOnly today)
    {
        if (date is not { } day)
        {
            return [Missing("date")];
        }

        var (first, last) = (plan.Header.FirstYear, plan.Header.LastYear);
        return day.Year < first || day.Year > last ? [Error.Invalid("achievement-outside-plan", "date", first, last)]
            : caller.Period is { } period && period.Year != day.Year
                ? [Error.Invalid("achievement-other-year", "date", period.Year)]
            : day > today ? [Error.Invalid("achievement-in-future", "date", today)]
            : [];
    }

    private static IEnumerable<Error> CheckLink(string link) =>
        link.Length == 0 || (Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme == "https")
            ? TooLong("link", link, MaxLink)
            : [Error.Invalid("achievement-link", "link")];

    private static IEnumerable<Error> CheckFigures(ValueList<AchievementFigure> figures) =>
        [
            .. figures.Count > MaxFigures
                ? [Error.Invalid("too-many-items", "figures", figures.Count, MaxFigures)]
                : Array.Empty<Error>(),
            .. figures.SelectMany(
                (figure, index) =>
                    (IEnumerable<Error>)
                        [
                            .. CheckText($"figures[{index}].label", figure.Label, MaxLabel),
                            .. figure.Number is < 0 or > MaxNumber || decimal.Round(figure.Number, 4) != figure.Number
                                ? [Error.Invalid("achievement-number", $"figures[{index}].number", figure.Number)]
                                : Array.Empty<Error>(),
                            .. CheckText($"figures[{index}].unitOfMeasure", figure.UnitOfMeasure, MaxUnitOfMeasure),
                        ]
            ),
        ];

    private static IEnumerable<Error> CheckPeople(AchievementRequest request)
    {
        var (women, men, total) = (request.Women, request.Men, request.Total);
        (string Field, int? Count)[] counts = [("women", women), ("men", men), ("total", total)];
        var wrong = counts
            .Where(one => one.Count is < 0 or > MaxPeople)
            .Select(one => Error.Invalid("achievement-people", one.Field, one.Count, MaxPeople))
            .ToList();
        return wrong.Count > 0 ? [.. wrong]
            : (women is null) != (men is null)
                ? [Error.Invalid("achievement-sex-missing", women is null ? "women" : "men")]
            : women + men is > MaxPeople ? [Error.Invalid("achievement-people", "total", women + men, MaxPeople)]
            : women + men is { } sum && total is { } given && sum != given
                ? [Error.Invalid("achievement-sum", "total", women, men, sum, given)]
            : [];
    }

    private static IEnumerable<Error> CheckText(string field, string text, int most) =>
        text.Length == 0 ? [Missing(field)] : TooLong(field, text, most);

    private static IEnumerable<Error> TooLong(string field, string text, int most) =>
        text.Length > most ? [Error.Invalid("text-too-long", field, text.Length, most)] : [];

    private static Error Missing(string field) => Error.Invalid("achievement-incomplete", field);
}
