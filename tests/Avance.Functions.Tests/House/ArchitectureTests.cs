using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using ArchUnitNET.xUnitV3;
using Azure.Data.Tables;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace Avance.Functions.Tests.House;

/// <summary>
/// The folders of <c>functions/</c> lead one way (docs/architecture.md): each uses those before it, none after it.
/// </summary>
public sealed partial class ArchitectureTests
{
    private const string Root = "Avance.Functions";

    /// <summary>From the floor up. What stands in one line uses nothing of its neighbours.</summary>
    private static readonly string[][] Lines =
    [
        ["Domain"],
        ["Telemetry"],
        ["Storage", "Documents"],
        ["Http"],
        ["Groups"],
        ["Plans"],
        ["Access"],
        ["Evidence", "Achievements"],
        ["Progress"],
        ["Findings"],
        ["Reminders"],
        ["Reports"],
        ["Backups"],
        ["Persons"],
        ["Pages"],
    ];

    // Http comes after Documents and yet may not use them: what is read of a file is no matter of requests.
    private static readonly (string Folder, string Forbidden)[] Closed = [("Http", "Documents")];

    private static readonly Architecture App = new ArchLoader().LoadAssemblies(typeof(AvanceApp).Assembly).Build();

    public static TheoryData<string, string> Forbidden =>
        [
            .. Lines
                .SelectMany((line, index) => line.SelectMany(folder => NotAllowed(folder, index)))
                .Concat(Closed)
                .Select(pair => new TheoryDataRow<string, string>(pair.Folder, pair.Forbidden)),
        ];

    [Theory]
    [MemberData(nameof(Forbidden))]
    public void Folder_OfAHigherLine_IsNotUsed(string folder, string forbidden) =>
        Types()
            .That()
            .ResideInNamespaceMatching(Within(folder))
            .Should()
            .NotDependOnAny(Types().That().ResideInNamespaceMatching(Within(forbidden)))
            .Because($"{folder} comes before {forbidden} or stands beside it")
            .Check(App);

    /// <summary>Constants leave no trace in the assembly: for them the sources are asked.</summary>
    [Fact]
    public async Task Sources_OfEachFolder_NameNoForbiddenNamespace()
    {
        var forbidden = Forbidden.Select(pair =>
            (Within: $"functions/{pair.Data.Item1}/", Name: $"{Root}.{pair.Data.Item2}")
        );
        var sources = await SourcesAsync();

        sources
            .SelectMany(source =>
                forbidden
                    .Where(pair => source.File.StartsWith(pair.Within, StringComparison.Ordinal))
                    .Where(pair => source.Text.Contains(pair.Name, StringComparison.Ordinal))
                    .Select(pair => $"{source.File}: {pair.Name}")
            )
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Sources_Namespace_IsTheirFolder() =>
        (await SourcesAsync())
            .Where(source => source.File.EndsWith(".cs", StringComparison.Ordinal))
            .Where(source => source.File != "functions/Program.cs")
            .Where(source =>
                !source.Text.Contains($"\nnamespace {NamespaceOf(source.File)};\n", StringComparison.Ordinal)
                && !source.Text.StartsWith($"namespace {NamespaceOf(source.File)};\n", StringComparison.Ordinal)
            )
            .Select(source => source.File)
            .ShouldBeEmpty();

    /// <summary>It knows all stages: a stage that used it would know all others.</summary>
    [Fact]
    public void AvanceApp_PutsTheAppTogether_AndNoFolderUsesIt() =>
        Types()
            .That()
            .ResideInNamespaceMatching($"^{Regex.Escape(Root)}\\.")
            .Should()
            .NotDependOnAny(typeof(AvanceApp))
            .Check(App);

    [Fact]
    public void Folders_OfTheApp_AreThoseOfTheHouse() =>
        App
            .Types.Select(type => type.Namespace.FullName)
            .Where(name => name.StartsWith($"{Root}.", StringComparison.Ordinal))
            .Select(name => name.Split('.')[2])
            .Distinct()
            .Order(StringComparer.Ordinal)
            .ShouldBe(Lines.SelectMany(line => line).Order(StringComparer.Ordinal));

    /// <summary>The class of a table, and what maps its rows and columns, know its keys and columns; nothing else does.</summary>
    [Fact]
    public void TableEntity_OutsideTablesAndTheirRows_IsNotNamed()
    {
        var users = App
            .Types.Where(type => type.Dependencies.Any(one => one.Target.FullName == typeof(TableEntity).FullName))
            .Select(DeclaringName)
            .Distinct()
            .ToArray();

        users.Length.ShouldBeGreaterThan(5);
        users.Where(name => !OfTables.IsMatch(name)).ShouldBeEmpty();
    }

    private static async Task<IReadOnlyList<(string File, string Text)>> SourcesAsync() =>
        [
            .. (await Checkout.FilesAsync(".cs", ".razor"))
                .Where(file => file.StartsWith("functions/", StringComparison.Ordinal))
                .Select(file => (file, Checkout.Read(file))),
        ];

    /// <summary>The class itself, or the one that it is nested in: lambdas and asynchronous methods are classes of their own.</summary>
    private static string DeclaringName(IType type) => type.FullName.Split('+', '/')[0].Split('.')[^1].Split('`')[0];

    private static string NamespaceOf(string file) => string.Join('.', file.Split('/')[1..^1].Prepend(Root));

    private static IEnumerable<(string Folder, string Forbidden)> NotAllowed(string folder, int line) =>
        Lines.Skip(line).SelectMany(later => later).Where(other => other != folder).Select(other => (folder, other));

    private static string Within(string folder) => $"^{Regex.Escape($"{Root}.{folder}")}($|\\.)";

    [GeneratedRegex(
        "(Table|Rows|Columns|Index|ChunkedText|PlanSerializer|CompressedSummary)$",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex OfTables { get; }
}
