using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>What an expression in DAX names.</summary>
/// <param name="Columns">A table and its column.</param>
/// <param name="Measures">A name in brackets with no table before it.</param>
/// <param name="Tables">A table by itself.</param>
/// <param name="Functions">What stands before a parenthesis.</param>
/// <param name="Comparisons">A column and the text that it is compared with.</param>
internal sealed partial record DaxReferences(
    IReadOnlyList<(string Table, string Column)> Columns,
    IReadOnlyList<string> Measures,
    IReadOnlyList<string> Tables,
    IReadOnlyList<string> Functions,
    IReadOnlyList<(string Table, string Column, string Text)> Comparisons
)
{
    public static DaxReferences Of(string expression)
    {
        var tokens = Token.Matches(expression);
        return new DaxReferences(
            [
                .. tokens
                    .Where(token => token.Groups["column"].Success)
                    .Select(token => (Table(token), Text(token, "column"))),
            ],
            [.. tokens.Where(token => token.Groups["measure"].Success).Select(token => Text(token, "measure"))],
            [.. tokens.Where(token => token.Groups["alone"].Success).Select(token => Text(token, "alone"))],
            [.. tokens.Where(token => token.Groups["function"].Success).Select(token => Text(token, "function"))],
            [
                .. Compared
                    .Matches(expression)
                    .Select(match => (Table(match), Text(match, "column"), Text(match, "text"))),
            ]
        );
    }

    private static string Table(Match match) => Text(match, "table");

    private static string Text(Match match, string group) => match.Groups[group].Value.Trim('\'');

    /// <summary>In this order: a text, a column, a measure, a function, a table.</summary>
    [GeneratedRegex(
        @"""[^""]*""|(?<table>'[^']+'|\w+)\[(?<column>[^\]]+)\]|\[(?<measure>[^\]]+)\]|(?<function>\w+)\(|(?<alone>'[^']+'|[^\W\d]\w*)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Token { get; }

    [GeneratedRegex(
        @"(?<table>'[^']+'|\w+)\[(?<column>[^\]]+)\] = ""(?<text>[^""]*)""",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Compared { get; }
}
