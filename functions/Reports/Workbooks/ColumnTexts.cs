using System.Globalization;
using System.Resources;

namespace Avance.Functions.Reports.Workbooks;

/// <summary>
/// The Spanish names of report tables and columns, and of the words in them, from <c>ColumnTexts.resx</c>. A column that
/// several tables have has one name; <c>TABLE.Column</c> comes before <c>Column</c>.
/// </summary>
public static class ColumnTexts
{
    // What is longer is a text, and not looked up.
    private const int LongestWord = 30;

    private static readonly ResourceManager Resources = new(typeof(ColumnTexts));

    public static string TitleOf(string table) => Text($"{table}.title");

    public static string DetailOf(string table) => Text($"{table}.detail");

    public static string TitleOf(string table, string column) =>
        Find($"{table}.{column}.title") ?? Text($"{column}.title");

    public static string DetailOf(string table, string column) =>
        Find($"{table}.{column}.detail") ?? Text($"{column}.detail");

    /// <summary>A word of a column in Spanish, for example <c>Verde</c>; what is no such word stays as it is.</summary>
    public static string WordOf(string column, string value) =>
        column == "Stage" && value.Split('-') is [var kind, var days] ? Text($"{column}={kind}", days)
        : value.Length is > 0 and <= LongestWord ? Find($"{column}={value}") ?? value
        : value;

    /// <exception cref="MissingManifestResourceException">No text has that key: a test finds this first.</exception>
    public static string Text(string key, params object[] arguments)
    {
        var text = Find(key) ?? throw new MissingManifestResourceException($"ColumnTexts.resx has no '{key}'.");
        return arguments.Length == 0 ? text : string.Format(Messages.Culture, text, arguments);
    }

    private static string? Find(string key) => Resources.GetString(key, CultureInfo.InvariantCulture);
}
