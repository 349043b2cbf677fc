using System.Text.Json.Serialization;

namespace Avance.Functions.Reports.Evaluations;

/// <summary>What the secretariat writes of an activity in a period: the column «Evaluación» of the report.</summary>
/// <param name="Text">At most 20,000 characters.</param>
/// <param name="Notes">Footnotes of the report, at most 10 of 1,000 characters.</param>
/// <param name="Factors">At most 10.</param>
/// <param name="Version">1 for the first that was written; each change and confirmation counts one more.</param>
/// <param name="By">Who wrote the version, as the audit names them.</param>
/// <param name="At">When it was written.</param>
public sealed record Evaluation(
    string Text,
    ValueList<string> Notes,
    ValueList<EvaluationFactor> Factors,
    int Version,
    string By,
    DateTimeOffset At
)
{
    /// <summary>What stands where nothing was ever written: version 0.</summary>
    public static Evaluation None { get; } = new("", [], [], 0, "", default);

    /// <summary>True if it says nothing: it was never written, or was withdrawn.</summary>
    [JsonIgnore]
    public bool IsEmpty => Text.Length == 0 && Notes.Count == 0 && Factors.Count == 0;

    /// <summary>The evaluation, or null where it says nothing.</summary>
    public Evaluation? OrNull() => IsEmpty ? null : this;

    /// <summary>True if the unit sent again after it was written.</summary>
    /// <param name="lastSent">When the unit last sent; null if it never did.</param>
    public bool IsOutdated(DateTimeOffset? lastSent) => !IsEmpty && lastSent > At;
}
