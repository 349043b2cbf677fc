using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Avance.Functions.Http;

namespace Avance.Functions.Tests.House;

/// <summary>The sources and Messages.resx agree.</summary>
public sealed partial class MessagesTests
{
    private static readonly Dictionary<string, string> All = XDocument
        .Parse(Checkout.Read("functions/Messages.resx"))
        .Root!.Elements("data")
        .ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    /// <summary>How the sources write an error, and how many arguments come before those of its detail.</summary>
    private static readonly (Regex Start, int Before)[] Uses =
    [
        (Constructor, 3),
        (Invalid, 2),
        (NotFoundOrConflict, 1),
    ];

    [Fact]
    public async Task Codes_OfTheSources_HaveATitleAndADetail()
    {
        var uses = await UsesAsync();
        uses.Length.ShouldBeGreaterThan(50);

        uses.Where(use => !All.ContainsKey($"{use.Code}.title") || !All.ContainsKey($"{use.Code}.detail"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Keys_OfTheMessages_AreUsed()
    {
        var sources = string.Concat((await SourcesAsync()).Select(Checkout.Read));

        All.Keys.Where(key => !sources.Contains($"\"{CodeOf(key)}\"", StringComparison.Ordinal)).ShouldBeEmpty();
    }

    [Fact]
    public void Keys_OfTheMessages_AreEachThereOnceAndNotEmpty()
    {
        All.Values.ShouldAllBe(text => text.Trim().Length > 0 && text.Trim() == text);
        All.Keys.Where(key => key.EndsWith(".title", StringComparison.Ordinal))
            .Select(key => key.Replace(".title", ".detail", StringComparison.Ordinal))
            .ShouldBe(All.Keys.Where(key => key.EndsWith(".detail", StringComparison.Ordinal)), ignoreOrder: true);
    }

    [Fact]
    public async Task Placeholders_OfEachDetail_AreSuppliedByEachUse()
    {
        var wrong = (await UsesAsync())
            .Where(use => All.ContainsKey($"{use.Code}.detail"))
            .Where(use => use.Arguments != PlaceholdersOf(All[$"{use.Code}.detail"]))
            .Select(use => $"{use}: {All[$"{use.Code}.detail"]}");

        wrong.ShouldBeEmpty();
    }

    [Fact]
    public void Titles_OfTheMessages_HaveNoPlaceholders() =>
        All.Where(message => message.Key.EndsWith(".title", StringComparison.Ordinal))
            .Where(message => message.Value.Contains('{'))
            .ShouldBeEmpty();

    [Fact]
    public void Text_NumbersAndDates_AreWrittenAsInPeru()
    {
        Messages.Text("text-too-long.detail", 1_250, 1_000.5m).ShouldContain("1250 caracteres y el máximo es 1000.5");
        Messages
            .Text("period-not-open.detail", "2023-I", new DateTimeOffset(2023, 7, 5, 18, 0, 0, TimeSpan.Zero))
            .ShouldContain("05/07/2023 18:00");
    }

    private static async Task<Use[]> UsesAsync() =>
        [
            .. (await SourcesAsync()).SelectMany(file =>
            {
                var text = Checkout.Read(file);
                return Uses.SelectMany(kind =>
                    kind.Start.Matches(text)
                        .Select(match => new Use(
                            file,
                            match.Groups["code"].Value,
                            Math.Max(0, CountArguments(text, match.Groups["open"].Index) - kind.Before)
                        ))
                );
            }),
        ];

    private static async Task<IEnumerable<string>> SourcesAsync() =>
        (await Checkout.FilesAsync(".cs")).Where(file => file.StartsWith("functions/", StringComparison.Ordinal));

    private static string CodeOf(string key) =>
        key.StartsWith("import.", StringComparison.Ordinal) ? key["import.".Length..] : key[..key.LastIndexOf('.')];

    private static int PlaceholdersOf(string text) =>
        Placeholder
            .Matches(text)
            .Select(match => int.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture) + 1)
            .DefaultIfEmpty(0)
            .Max();

    /// <summary>The arguments of the call whose bracket opens there: commas of no inner bracket nor text separate them.</summary>
    private static int CountArguments(string text, int open)
    {
        var depth = 0;
        var commas = 0;
        var isText = false;
        for (var index = open; ; index++)
        {
            isText ^= text[index] == '"';
            if (isText)
            {
                continue;
            }

            depth += text[index] switch
            {
                '(' or '[' or '{' => 1,
                ')' or ']' or '}' => -1,
                _ => 0,
            };
            commas += depth == 1 && text[index] == ',' ? 1 : 0;
            if (depth == 0)
            {
                return commas + 1;
            }
        }
    }

    private sealed record Use(string File, string Code, int Arguments);

    [GeneratedRegex(
        """\bnew( Error)?(?<open>\()\s*"(?<code>[a-z-]+)",\s*[\w.]*(StatusCodes|Status)\b""",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Constructor { get; }

    [GeneratedRegex("""\bError\.Invalid(?<open>\()\s*"(?<code>[a-z-]+)",""", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Invalid { get; }

    [GeneratedRegex(
        """\bError\.(NotFound|Conflict)(?<open>\()\s*"(?<code>[a-z-]+)"[,)]""",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex NotFoundOrConflict { get; }

    [GeneratedRegex(@"\{(?<number>\d)(:[^}]*)?\}", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Placeholder { get; }
}
