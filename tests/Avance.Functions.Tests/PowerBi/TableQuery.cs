using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.PowerBi;

/// <summary>What the Power Query of a table asks of storage.</summary>
/// <param name="Table">The table in storage.</param>
/// <param name="Condition">The condition on rows where a plan is chosen; empty for none.</param>
/// <param name="Expanded">The columns that it takes out of the record of each row.</param>
/// <param name="Chosen">The columns that it keeps.</param>
/// <param name="Types">The type that each column is given: the expression in M.</param>
/// <param name="Words">The list of words with which a column of codes is translated.</param>
internal sealed partial record TableQuery(
    string Table,
    string Condition,
    IReadOnlyList<string> Expanded,
    IReadOnlyList<string> Chosen,
    IReadOnlyDictionary<string, string> Types,
    IReadOnlyDictionary<string, string> Words
)
{
    private const string OfPeriods = "[PartitionKey] >= Plan & \"|\" and [PartitionKey] < Plan & \"}\"";
    private const string OfPlan = "[PartitionKey] = Plan";
    private const string WithPlan = "[Content][Plan] = Plan";
    private const string Never = "false";

    /// <summary>Null if the query reads no storage.</summary>
    public static TableQuery? Parse(string source)
    {
        var table = Named.Match(source);
        if (!table.Success)
        {
            return null;
        }

        source.ShouldContain("AzureStorage.Tables(Cuenta)");
        return new TableQuery(
            table.Groups["name"].Value,
            Filtered.Match(source).Groups["condition"].Value,
            Texts(Expand.Match(source).Groups["columns"].Value),
            Texts(Select.Match(source).Groups["columns"].Value),
            Typed
                .Matches(source)
                .ToDictionary(match => match.Groups["column"].Value, match => match.Groups["type"].Value),
            Translated
                .Matches(source)
                .ToDictionary(match => match.Groups["column"].Value, match => match.Groups["words"].Value)
        );
    }

    /// <summary>The same condition as Table storage takes it. https://learn.microsoft.com/rest/api/storageservices/querying-tables-and-entities</summary>
    public string FilterOf(string plan) =>
        Condition switch
        {
            OfPeriods => $"PartitionKey ge '{plan}|' and PartitionKey lt '{plan}}}'",
            OfPlan => $"PartitionKey eq '{plan}'",
            WithPlan => $"Plan eq '{plan}'",
            Never => "PartitionKey eq ''",
            "" => "",
            _ => throw new InvalidOperationException($"There is no filter for {Condition}"),
        };

    private static string[] Texts(string list) =>
        [.. list.Split(',', StringSplitOptions.TrimEntries).Select(text => text.Trim('"'))];

    [GeneratedRegex("Origen\\{\\[Name = \"(?<name>\\w+)\"\\]\\}\\[Data\\]", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Named { get; }

    [GeneratedRegex(
        "if Plan = null or Plan = \"\" then Tabla else Table\\.SelectRows\\(Tabla, each (?<condition>.+)\\),",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Filtered { get; }

    [GeneratedRegex(
        "Table\\.ExpandRecordColumn\\(\\w+, \"Content\", \\{(?<columns>[^}]*)\\}\\)",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Expand { get; }

    [GeneratedRegex("Table\\.SelectColumns\\(Filas, \\{(?<columns>[^}]*)\\}\\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Select { get; }

    /// <summary>A column with its type, or with a function that makes a date or an hour of it and the type of that.</summary>
    [GeneratedRegex(
        "\\{\"(?<column>\\w+)\", (?<type>type \\w+|Int64\\.Type|HoraDelPeru, type datetime|each DateTime\\.Date\\(HoraDelPeru\\(_\\)\\), type date)\\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Typed { get; }

    [GeneratedRegex(
        "\\{\"(?<column>\\w+)\", (each Palabra\\(Palabras\\[(?<words>\\w+)\\], _\\)|(?<words>NombreDeEtapa)), type text\\}",
        RegexOptions.ExplicitCapture,
        1000
    )]
    private static partial Regex Translated { get; }
}
