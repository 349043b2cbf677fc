using System.Net.Http.Headers;
using System.Reflection;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using System.Text.RegularExpressions;
using Avance.Functions.Achievements;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Plans.Import;
using Avance.Functions.Progress;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.History;

namespace Avance.Functions.Tests.House;

/// <summary>What docs/api.md says is so: its requests, marked <c>http</c>, are sent in their order.</summary>
public sealed partial class ApiDocsTests(AzuriteFixture azurite)
{
    private static readonly string Text = Checkout.Read("docs/api.md");
    private static readonly IReadOnlyList<Example> Examples =
    [
        .. HttpBlock().Matches(Text).Select(block => Example.Parse(block.Groups["text"].Value)),
    ];

    [Fact]
    public async Task Requests_OneAfterAnother_AreTaken()
    {
        await using var app = await AppDriver.StartAsync(
            azurite.NewAccount(),
            DateTimeOffset.Parse("2026-11-20T10:00:00-05:00")
        );

        foreach (var example in Examples)
        {
            using var content = example.Content();

            var answer = await app.With(example.Headers).SendAsync(example.Method, example.Path, null, content);

            answer.Status.ShouldBe(200, $"{example.Method} {example.Path}\n{answer.Text}");
        }
    }

    [Fact]
    public async Task Overview_OfTheWorkPlan_IsAsItSays()
    {
        await using var app = await AppDriver.StartAsync(azurite.NewAccount());
        var import = Examples.Single(example => example.Path == "/api/plans/trabajo-de-ejemplo/import");
        using var content = import.Content();
        (await app.With(import.Headers).SendAsync(import.Method, import.Path, null, content)).ShouldBeOk();

        var overview = await app.With(import.Headers)
            .GetAsync("/api/plans/trabajo-de-ejemplo/periods/2026-II/overview");

        JsonNode
            .DeepEquals(overview.ShouldBeOk()["workPlan"], Answer("## How a plan stands"))
            .ShouldBeTrue(overview.Text);
    }

    [Fact]
    public void Requests_OfASubmission_HaveEveryMember()
    {
        var submissions = Examples
            .Where(example =>
                example.Method == HttpMethod.Put && example.Path.EndsWith("/progress", StringComparison.Ordinal)
            )
            .Select(example => example.Json)
            .ToList();

        submissions
            .SelectMany(submission => submission.Select(member => member.Key))
            .Distinct()
            .ShouldBe(MembersOf(typeof(ProgressRequest)), ignoreOrder: true);
        submissions
            .SelectMany(submission => submission["goals"]!.AsArray())
            .SelectMany(goal => goal!.AsObject().Select(member => member.Key))
            .Distinct()
            .ShouldBe(MembersOf(typeof(GoalEntry)), ignoreOrder: true);
    }

    [Theory]
    [InlineData("/evaluation", typeof(EvaluationRequest), "## Evaluating it", typeof(EvaluationFactor))]
    [InlineData(
        "/achievements/5b0f8f0e-3c1d-4a57-9d3c-2f6f1f0f7a11",
        typeof(AchievementRequest),
        "## Recording an achievement",
        typeof(AchievementFigure)
    )]
    [InlineData("/history/2024", typeof(HistoryRequest), "## Importing an earlier year", null)]
    public void Requests_OfWhatIsWrittenBesideProgress_HaveEveryMemberAndItIsDescribed(
        string path,
        Type request,
        string heading,
        Type? item
    )
    {
        var sent = Examples.Single(example => example.Path.EndsWith(path, StringComparison.Ordinal)).Json;
        var described = string.Join(' ', Rows(heading).Select(row => $"{row[0]} {row[2]}"));

        sent.Select(member => member.Key).ShouldBe(MembersOf(request));
        MembersOf(request)
            .Concat(item is null ? [] : MembersOf(item))
            .Where(name => !described.Contains($"`{name}`") && !described.Contains($".{name}`"))
            .ShouldBeEmpty();
    }

    [Fact]
    public void Members_OfASubmission_AreAllDescribed()
    {
        var described = Rows("## Sending progress")
            .SelectMany(row => Quoted().Matches(row[0]))
            .Select(name => name.Value);

        described.ShouldBe(
            [
                .. MembersOf(typeof(ProgressRequest)).Select(name => $"`{name}`"),
                .. MembersOf(typeof(GoalEntry)).Select(name => $"`goals[].{name}`"),
            ],
            ignoreOrder: true
        );
    }

    [Fact]
    public void Requests_OfAmendments_AreOfEachKindWithEveryMember()
    {
        var sent = Examples
            .Where(example => example.Path.EndsWith("/amendments", StringComparison.Ordinal))
            .ToDictionary(example => (string)example.Json["kind"]!, example => example.Json);

        foreach (var kind in typeof(Amendment).GetCustomAttributes<JsonDerivedTypeAttribute>())
        {
            var amendment = sent[(string)kind.TypeDiscriminator!];
            Json.Options.GetTypeInfo(kind.DerivedType)
                .Properties.Where(property => property.Set is not null)
                .Select(property => property.Name)
                .Where(name => !amendment.ContainsKey(name))
                // Those that may do without show it.
                .Except(["agreement"])
                .ShouldBe(kind.DerivedType == typeof(ReopenPeriod) ? ["legalDocument"] : []);
        }

        sent["suspendActivity"].ContainsKey("agreement").ShouldBeTrue();
    }

    [Fact]
    public void Tables_OfTheImport_HaveTheColumnsOfTheFormat()
    {
        foreach (var sheet in PlanFormat.Sheets)
        {
            Rows($"### {sheet.Title} (`{sheet.Name}`)")
                .Select(row => $"{row[0]} {row[1]} {row[2]}")
                .ShouldBe(
                    sheet.Columns.Select(column =>
                        $"{column.Header} `{column.Name}` {(column.Required ? "yes" : "no")}"
                    ),
                    sheet.Title
                );
        }
    }

    private static IEnumerable<string> MembersOf(Type record) =>
        record
            .GetConstructors()
            .Single()
            .GetParameters()
            .Select(member => JsonNamingPolicy.CamelCase.ConvertName(member.Name!));

    /// <summary>The cells of the first table below a heading, without its own.</summary>
    private static IEnumerable<string[]> Rows(string heading) =>
        Text[Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal)..]
            .Split('\n')
            .SkipWhile(line => !line.StartsWith("|---", StringComparison.Ordinal))
            .Skip(1)
            .TakeWhile(line => line.StartsWith('|'))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries)[1..^1]);

    /// <summary>The first answer below a heading.</summary>
    private static JsonNode? Answer(string heading) =>
        JsonNode.Parse(
            Text[Text.IndexOf($"\n{heading}\n", StringComparison.Ordinal)..].Split("```json\n")[1].Split("```")[0]
        );

    [GeneratedRegex("^```http\n(?<text>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline, 1000)]
    private static partial Regex HttpBlock();

    [GeneratedRegex("`[^`]+`", RegexOptions.None, 1000)]
    private static partial Regex Quoted();

    private sealed record Example(
        HttpMethod Method,
        string Path,
        IReadOnlyList<(string Name, string Value)> Headers,
        string Type,
        string Body
    )
    {
        private const string ContentType = "Content-Type";

        public JsonObject Json => JsonNode.Parse(Body)!.AsObject();

        public static Example Parse(string text)
        {
            var end = text.IndexOf("\n\n", StringComparison.Ordinal);
            var lines = text[..end].Split('\n');
            var start = lines[0].Split(' ');
            var headers = lines
                .Skip(1)
                .Select(line => line.Split(": ", 2))
                .Select(pair => (pair[0], pair[1]))
                .ToArray();
            return new Example(
                new HttpMethod(start[0]),
                start[1],
                [.. headers.Where(header => header.Item1 != ContentType)],
                headers.Single(header => header.Item1 == ContentType).Item2,
                text[(end + 2)..]
            );
        }

        /// <summary>The lines of a form end as forms have it.</summary>
        public ByteArrayContent Content()
        {
            var isForm = Type.StartsWith("multipart/", StringComparison.Ordinal);
            var content = new ByteArrayContent(Encoding.UTF8.GetBytes(isForm ? Body.Replace("\n", "\r\n") : Body));
            content.Headers.ContentType = MediaTypeHeaderValue.Parse(Type);
            return content;
        }
    }
}
