using System.Diagnostics.CodeAnalysis;
using System.Globalization;

namespace Avance.Functions.Reminders;

/// <summary>Names a version of an activity's progress within a period: <c>034@4</c>.</summary>
/// <param name="Version">The version, from 1.</param>
public sealed record ProgressVersionKey(ActivityNumber Activity, int Version)
{
    public static bool TryParse(string? text, [NotNullWhen(true)] out ProgressVersionKey? key)
    {
        key =
            text?.Split('@') is [var number, var version]
            && ActivityNumber.TryParse(number, null, out var activity)
            && int.TryParse(version, NumberStyles.None, CultureInfo.InvariantCulture, out var parsed)
                ? new ProgressVersionKey(activity, parsed)
                : null;
        return key is not null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Activity.Key}@{Version}");
}
