namespace Avance.Functions.Plans.Import;

/// <summary>Something in a plan file that has to be corrected before it can be imported.</summary>
/// <param name="Sheet">The sheet, the CSV file without extension, or the JSON list.</param>
/// <param name="Row">Its row, or null if the whole sheet is meant; in JSON the position in the list, from 1.</param>
/// <param name="Column">The header of its column, or null if the whole row is meant. On the sheet Plan: the field.</param>
/// <param name="Value">What stands there, at most 100 characters of it.</param>
/// <param name="Code">Stable, for programs.</param>
/// <param name="Expected">What should stand there, in Spanish.</param>
public sealed record ImportProblem(string Sheet, int? Row, string? Column, string? Value, string Code, string Expected)
{
    private const int MaxValue = 100;

    /// <param name="sheet">See <see cref="Sheet"/>.</param>
    /// <param name="row">See <see cref="Row"/>.</param>
    /// <param name="column">See <see cref="Column"/>.</param>
    /// <param name="value">Cut if it is too long.</param>
    /// <param name="code">The message <c>import.{code}</c> says what is expected.</param>
    /// <param name="arguments">What its placeholders stand for.</param>
    public static ImportProblem Of(
        string sheet,
        int? row,
        string? column,
        string? value,
        string code,
        params object?[] arguments
    ) =>
        new(
            sheet,
            row,
            column,
            value?.Length > MaxValue ? value[..MaxValue] + "…" : value,
            code,
            Messages.Text($"import.{code}", arguments)
        );
}
