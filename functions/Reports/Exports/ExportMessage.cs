using System.Globalization;
using Avance.Functions.Storage.Queues;

namespace Avance.Functions.Reports.Exports;

/// <summary>
/// A message of the queue <see cref="ExportQueue"/>. It has all that was asked for: it is sent before the row is written,
/// so that what is asked for is made even if the process ends between the two.
/// </summary>
public sealed record ExportMessage(
    string Plan,
    string Period,
    string Id,
    string Format,
    string Scope,
    string By,
    DateTimeOffset At
) : QueuedMessage
{
    public static ExportMessage Of(Export export) =>
        new(
            export.Plan.ToString(),
            export.Period.ToString(),
            export.Id.ToString(),
            export.Format.ToString(),
            export.Scope.ToString(),
            export.By,
            export.At
        );

    /// <summary>The export as it was asked for.</summary>
    /// <exception cref="FormatException">The message is malformed.</exception>
    public Export Export()
    {
        var invariant = CultureInfo.InvariantCulture;
        return new Export(
            PlanId.Parse(Plan, invariant),
            Domain.Period.Parse(Period, invariant),
            Guid.Parse(Id, invariant),
            Parse<ExportFormat>(Format),
            Parse<ExportScope>(Scope),
            By,
            At
        );
    }

    private static T Parse<T>(string text)
        where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) ? value : throw new FormatException($"'{text}' is no {typeof(T).Name}.");
}
