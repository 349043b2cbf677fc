using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>A page of docs/storage: what a table, container or queue holds.</summary>
/// <param name="File">Its path.</param>
/// <param name="Names">What it describes: the names in its title.</param>
/// <param name="Sections">The kinds of rows, blobs or messages.</param>
internal sealed partial record StoragePage(string File, string[] Names, StorageSection[] Sections)
{
    /// <param name="kind"><c>tables</c>, <c>containers</c> or <c>queues</c>.</param>
    public static async Task<StoragePage[]> OfAsync(string kind) =>
        [
            .. (await Checkout.FilesAsync())
                .Where(file => file.StartsWith($"docs/storage/{kind}/", StringComparison.Ordinal))
                .Select(Read),
        ];

    public static StoragePage Read(string file)
    {
        var parts = Checkout.Read(file).Split("\n## ");
        return new StoragePage(
            file,
            [.. Quoted().Matches(parts[0].Split('\n')[0]).Select(name => name.Groups["text"].Value)],
            [.. (parts.Length > 1 ? parts[1..] : parts).Select(StorageSection.Parse)]
        );
    }

    [GeneratedRegex("`(?<text>[^`]+)`", RegexOptions.ExplicitCapture, 1000)]
    internal static partial Regex Quoted();
}

/// <summary>A kind of rows, blobs or messages.</summary>
/// <param name="Key">Their keys, variable parts in capitals, <c>…</c> for what may have parts itself.</param>
/// <param name="Example">Such a key; empty for messages.</param>
internal sealed partial record StorageSection(string Key, string Example, StoredColumn[] Columns)
{
    private const string Label = "Example: ";

    /// <summary>False where all of it is there in certain cases only.</summary>
    public bool IsAlwaysThere => Columns.Length == 0 || Columns.Any(column => column.IsAlways);

    public static StorageSection Parse(string text)
    {
        var example = text.IndexOf(Label, StringComparison.Ordinal);
        return new StorageSection(
            Joined(text.Split('\n')[0]),
            example < 0 ? "" : Joined(text[(example + Label.Length)..].Split('\n')[0]),
            StoredColumn.ParseAll(text)
        );
    }

    public bool IsMatch(string key) =>
        Regex.IsMatch(
            key,
            $"^{Variable().Replace(Regex.Escape(Key), "[^|/]+").Replace("…", ".*", StringComparison.Ordinal)}$",
            RegexOptions.None,
            TimeSpan.FromSeconds(1)
        );

    private static string Joined(string line) =>
        string.Join(" · ", StoragePage.Quoted().Matches(line).Select(part => part.Groups["text"].Value));

    [GeneratedRegex("[A-Z]{2,}[0-9]*", RegexOptions.None, 1000)]
    private static partial Regex Variable();
}

/// <summary>A row of a page's table.</summary>
/// <param name="Name">A name that ends in <c>…</c> stands for numbered ones, from its own number on.</param>
/// <param name="There"><c>always</c>, or <c>if …</c>.</param>
internal sealed partial record StoredColumn(string Name, string Type, string There, string Meaning)
{
    public static readonly Dictionary<Type, string> Words = new()
    {
        [typeof(string)] = "text",
        [typeof(int)] = "whole number",
        [typeof(long)] = "whole number",
        [typeof(double)] = "number",
        [typeof(bool)] = "true or false",
        [typeof(DateTimeOffset)] = "instant",
        [typeof(Guid)] = "UUID",
        [typeof(byte[])] = "bytes",
    };

    public bool IsAlways => There == "always";

    /// <summary>The columns of all tables of a text; without a column <c>there</c>, they are always there.</summary>
    public static StoredColumn[] ParseAll(string text)
    {
        var lines = text.Split('\n').Where(line => line.StartsWith('|')).Select(Cells).ToList();
        var titles = lines.FirstOrDefault() ?? [];
        var there = Array.IndexOf(titles, "there");
        return
        [
            .. lines
                .Where(cells => cells[0].StartsWith('`'))
                .Select(cells => new StoredColumn(
                    cells[0].Trim('`'),
                    cells[Array.IndexOf(titles, "type")],
                    there < 0 ? "always" : cells[there],
                    cells[Array.IndexOf(titles, "meaning")]
                )),
        ];
    }

    public bool IsMatch(string name) =>
        Name == name
        || Numbered().Match(Name) is { Success: true } numbered
            && name.StartsWith(numbered.Groups["stem"].Value, StringComparison.Ordinal)
            && int.TryParse(name[numbered.Groups["stem"].Length..], out var number)
            && number >= int.Parse(numbered.Groups["first"].Value, null);

    private static string[] Cells(string line) =>
        [.. Bar().Split(line)[1..^1].Select(cell => cell.Trim().Replace("\\|", "|", StringComparison.Ordinal))];

    [GeneratedRegex(@"(?<!\\)\|", RegexOptions.None, 1000)]
    private static partial Regex Bar();

    [GeneratedRegex("^(?<stem>[A-Za-z]+)(?<first>[0-9]+)…$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
