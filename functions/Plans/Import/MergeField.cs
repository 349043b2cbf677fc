namespace Avance.Functions.Plans.Import;

/// <summary>A field that an import may change.</summary>
/// <param name="Column">Its column.</param>
/// <param name="Text">Its value as people read it; equal texts are equal values.</param>
/// <param name="Take">The first row with the second one's value.</param>
internal sealed record MergeField<TRow>(Column Column, Func<TRow, string> Text, Func<TRow, TRow, TRow> Take);
