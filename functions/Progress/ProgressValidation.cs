using System.Globalization;
using System.Text.Json;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Storage;

namespace Avance.Functions.Progress;

/// <summary>Everything that is wrong with what a unit filled in, each with its field.</summary>
public static class ProgressValidation
{
    /// <summary>Longest narrative, in characters.</summary>
    public const int MaxNarrative = 10_000;

    /// <summary>Longest text of problems, improvement actions, achievements, observations, in characters.</summary>
    public const int MaxText = 4_000;

    /// <summary>Longest source of an indicator's value, in characters.</summary>
    public const int MaxSource = 500;
    public const int MinReason = 10;
    public const int MaxReason = 1_000;
    public const int MaxDocuments = 50;
    public const int MaxDocument = 300;
    public const int MaxLinks = 20;
    public const int MaxLink = 1_000;

    /// <summary>Longest list with its quotes and escapes, in characters: a property of a table row takes 32,768.</summary>
    public const int MaxList = 30_000;
    public const decimal MaxExecuted = 1_000_000_000;

    /// <param name="action">A draft may be incomplete, a submission may not.</param>
    /// <param name="content">What the unit filled in.</param>
    /// <param name="goals">The goals of the activity in the period's year.</param>
    /// <param name="kind">The kind of the plan: activities of a policy are indicators, those of a work plan deliveries.</param>
    public static IReadOnlyList<Error> Check(
        ProgressAction action,
        ProgressContent content,
        IReadOnlyList<Goal> goals,
        PlanKind kind = PlanKind.Sector
    ) =>
        [
            .. content.Goals.SelectMany((entry, index) => CheckGoal(action, entry, $"goals[{index}]", goals)),
            .. content.Goals.SelectMany((entry, index) => CheckOutcome(entry, $"goals[{index}].outcome", kind)),
            .. CheckSource(action, content, kind == PlanKind.Policy),
            .. Repeated(content.Goals),
            .. action == ProgressAction.Submit ? Missing(content.Goals, goals) : [],
            .. TooLong("narrative", content.Narrative, MaxNarrative),
            .. TooLong("problems", content.Problems, MaxText),
            .. TooLong("improvementActions", content.ImprovementActions, MaxText),
            .. TooLong("achievements", content.Achievements, MaxText),
            .. CheckList("documentsCited", content.DocumentsCited, MaxDocuments, MaxDocument),
            .. CheckList("evidenceLinks", content.EvidenceLinks, MaxLinks, MaxLink),
            .. content.EvidenceLinks.SelectMany((link, index) => CheckLink(link, $"evidenceLinks[{index}]")),
        ];

    /// <summary>Files that are named and were not uploaded, or were withdrawn.</summary>
    public static IEnumerable<Error> CheckEvidence(
        ValueList<EvidenceId> named,
        IReadOnlyList<EvidenceEntry> uploaded
    ) =>
        named
            .Select((id, index) => (id, index))
            .Where(item => uploaded.All(file => file.Id != item.id))
            .Select(item => Error.Invalid("evidence-not-uploaded", $"evidence[{item.index}]", item.id));

    /// <summary>A product of a work plan was delivered, with a document, or was not.</summary>
    /// <param name="files">The files that are sent with it.</param>
    public static IEnumerable<Error> CheckDelivery(ProgressContent content, IReadOnlyList<EvidenceEntry> files)
    {
        foreach (var (index, goal) in content.Goals.Index().Where(item => item.Item.Outcome == Outcome.Reported))
        {
            if (goal.Executed is not (null or 1))
            {
                yield return Error.Invalid("delivery-not-one", $"goals[{index}].executed");
            }
            else if (content.DocumentsCited.Count == 0 && content.EvidenceLinks.Count == 0 && files.Count == 0)
            {
                yield return Error.Invalid("delivery-without-document", "documentsCited");
            }
        }
    }

    public static IEnumerable<Error> TooLong(string field, string text, int most)
    {
        if (text.Length > most)
        {
            yield return Error.Invalid("text-too-long", field, text.Length, most);
        }
    }

    private static IEnumerable<Error> CheckGoal(
        ProgressAction action,
        GoalEntry entry,
        string field,
        IReadOnlyList<Goal> goals
    )
    {
        if (!goals.Any(goal => goal.Year == entry.Year))
        {
            yield return Error.Invalid("goal-unknown", $"{field}.year", entry.Year, Years(goals));
        }

        if (entry.Outcome == Outcome.Reported)
        {
            if (entry.Executed is null && action == ProgressAction.Submit)
            {
                yield return Error.Invalid("executed-missing", $"{field}.executed", entry.Year);
            }
        }
        else if (entry.Executed is not null)
        {
            yield return Error.Invalid("executed-not-expected", $"{field}.executed", entry.Year);
        }
        else if (action == ProgressAction.Submit && entry.Reason.Trim().Length < MinReason)
        {
            yield return Error.Invalid("reason-missing", $"{field}.reason", entry.Year, MinReason);
        }

        if (entry.Executed is < 0 or > MaxExecuted || entry.Executed is { } value && decimal.Round(value, 4) != value)
        {
            yield return Error.Invalid("executed-out-of-range", $"{field}.executed", entry.Executed);
        }

        foreach (var error in TooLong($"{field}.reason", entry.Reason, MaxReason))
        {
            yield return error;
        }
    }

    private static IEnumerable<Error> CheckOutcome(GoalEntry entry, string field, PlanKind kind)
    {
        var isTaken = entry.Outcome switch
        {
            Outcome.Reported or Outcome.NotReported => true,
            Outcome.SourceNotProduced or Outcome.UnderReview => kind == PlanKind.Policy,
            _ => kind == PlanKind.Sector,
        };
        if (!isTaken)
        {
            yield return Error.Invalid("outcome-not-expected", field, entry.Year);
        }
    }

    /// <summary>The value of an indicator is sent with its source; other activities have none.</summary>
    private static IEnumerable<Error> CheckSource(ProgressAction action, ProgressContent content, bool isIndicator)
    {
        if (content.Source is null)
        {
            if (
                isIndicator
                && action == ProgressAction.Submit
                && content.Goals.Any(goal => goal.Outcome == Outcome.Reported)
            )
            {
                yield return Error.Invalid("source-missing", "source");
            }
        }
        else if (!isIndicator)
        {
            yield return Error.Invalid("source-not-expected", "source");
        }
        else if (TooLong("source", content.Source, MaxSource).FirstOrDefault() is { } tooLong)
        {
            yield return tooLong;
        }
    }

    private static IEnumerable<Error> Repeated(ValueList<GoalEntry> entries) =>
        entries
            .Select((entry, index) => (entry.Year, index))
            .GroupBy(entry => entry.Year)
            .SelectMany(same => same.Skip(1))
            .Select(again => Error.Invalid("goal-repeated", $"goals[{again.index}].year", again.Year));

    private static IEnumerable<Error> Missing(ValueList<GoalEntry> entries, IReadOnlyList<Goal> goals) =>
        goals
            .Where(goal => entries.All(entry => entry.Year != goal.Year))
            .Select(goal => Error.Invalid("goal-missing", "goals", goal.Year));

    private static IEnumerable<Error> CheckList(string field, ValueList<string> items, int most, int longest)
    {
        if (items.Count > most)
        {
            yield return Error.Invalid("too-many-items", field, items.Count, most);
        }

        foreach (var error in TooLong(field, JsonSerializer.Serialize(items, StoredJson.Options), MaxList))
        {
            yield return error;
        }

        for (var index = 0; index < items.Count; index++)
        {
            if (items[index].Length == 0)
            {
                yield return Error.Invalid("item-empty", $"{field}[{index}]");
            }

            foreach (var error in TooLong($"{field}[{index}]", items[index], longest))
            {
                yield return error;
            }
        }
    }

    private static IEnumerable<Error> CheckLink(string link, string field)
    {
        if (
            link.Length > 0
            && !(Uri.TryCreate(link, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
        )
        {
            yield return Error.Invalid("link-invalid", field);
        }
    }

    private static string Years(IEnumerable<Goal> goals) =>
        string.Join(", ", goals.Select(goal => goal.Year.ToString(CultureInfo.InvariantCulture)));
}
