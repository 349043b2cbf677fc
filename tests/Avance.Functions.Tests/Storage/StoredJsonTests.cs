using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization.Metadata;
using System.Text.RegularExpressions;
using Avance.Functions.Access;
using Avance.Functions.Achievements;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Groups;
using Avance.Functions.Groups.Sessions;
using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Amendments;
using Avance.Functions.Progress;
using Avance.Functions.Reminders;
using Avance.Functions.Reports.Evaluations;
using Avance.Functions.Reports.History;
using Avance.Functions.Reports.National;
using Avance.Functions.Reports.Recommendations;
using Avance.Functions.Storage;
using Avance.Functions.Storage.Queues;
using Avance.Functions.Tests.House;

namespace Avance.Functions.Tests.Storage;

/// <summary>
/// <c>Golden</c> has one example of each kind of object that is stored, as earlier code wrote it, with a value for every
/// member. They are never rewritten: what a later version writes becomes another example.
/// </summary>
public sealed partial class StoredJsonTests
{
    private static readonly Dictionary<string, Type> Examples = new(StringComparer.Ordinal)
    {
        ["plan"] = typeof(Plan),
        ["plan-with-themes"] = typeof(Plan),
        ["achievement"] = typeof(Achievement),
        ["amendment-renameUnit"] = typeof(Amendment),
        ["amendment-replaceUnit"] = typeof(Amendment),
        ["amendment-carryGoalOver"] = typeof(Amendment),
        ["amendment-suspendActivity"] = typeof(Amendment),
        ["amendment-reformulateActivity"] = typeof(Amendment),
        ["amendment-moveDeadline"] = typeof(Amendment),
        ["amendment-reopenPeriod"] = typeof(Amendment),
        ["amendment-by-agreement"] = typeof(Amendment),
        ["audit-entry"] = typeof(AuditEntry),
        ["untold"] = typeof(ValueList<AuditEntry>),
        ["manifest"] = typeof(ValueList<EvidenceEntry>),
        ["facts"] = typeof(EvidenceFacts),
        ["proof-number"] = typeof(DocumentReference),
        ["finding"] = typeof(Finding),
        ["mail"] = typeof(Mail),
        ["mail-of-a-group"] = typeof(Mail),
        ["mail-of-a-trace"] = typeof(Mail),
        ["message"] = typeof(ClaimMessage),
        ["working-group"] = typeof(WorkingGroup),
        ["working-group-of-an-action"] = typeof(WorkingGroup),
        ["group-session"] = typeof(GroupSession),
        ["group-session-of-an-action"] = typeof(GroupSession),
        ["hold"] = typeof(StagePause),
        ["recipients"] = typeof(ValueList<Recipient>),
        ["evaluation"] = typeof(Evaluation),
        ["imported-year"] = typeof(ImportedYear),
        ["recommendation-edit"] = typeof(RecommendationEdit),
        ["group-members"] = typeof(ValueList<GroupMember>),
        ["consolidated-periods"] = typeof(ValueList<ConsolidatedPeriod>),
    };

    public static IEnumerable<TheoryDataRow<string>> Names { get; } =
        Examples.Keys.Select(name => new TheoryDataRow<string>(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_ExampleOfEarlierCode_LosesNothing(string name) => Rewrite(name, Read(name)).ShouldBe(Text(name));

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_UnknownMembers_AreIgnored(string name)
    {
        var example = Read(name);
        foreach (var (found, _) in ObjectsOf(example, Examples[name]).ToList())
        {
            found["addedLater"] = new JsonObject { ["list"] = new JsonArray(1, "dos", null) };
        }

        Rewrite(name, example).ShouldBe(Text(name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_MissingOptionalMember_HasADefault(string name)
    {
        var removed = 0;
        for (var index = 0; ; index++)
        {
            var example = Read(name);
            if (Members(example, name).Skip(index).FirstOrDefault() is not { Object: { } found, Member: { } member })
            {
                break;
            }

            found.Remove(member.Name);
            if (member.IsRequired)
            {
                Should.Throw<JsonException>(() => Rewrite(name, example), member.Name);
                continue;
            }

            // What was read has no null where none may be: it could be sent as a request.
            var again = Rewrite(name, example);
            Should.NotThrow(() => JsonSerializer.Deserialize(again, Examples[name], Json.Options), member.Name);
            removed++;
        }

        removed.ShouldBePositive();
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Read_MembersWithoutADefault_AreIdentifiersEnumerationsAndRecords(string name) =>
        Members(Read(name), name)
            .Where(member => member.Member.IsRequired)
            .Select(member => member.Member.PropertyType)
            .Distinct()
            .ShouldAllBe(type =>
                type.IsEnum
                || type.GetInterfaces().Any(one => one.Name.StartsWith("ITextValue", StringComparison.Ordinal))
                || type.GetMethods().Any(method => method.Name == "<Clone>$")
            );

    [Fact]
    public void Request_WithAnUnknownMember_IsRefused() =>
        Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize<ReviewRequest>(
                """{"reviewId":"7c9e6679-7425-40de-944b-e07fc1f90ae7","decision":"accept","addedLater":1}""",
                Json.Options
            )
        );

    [Fact]
    public void Request_WithoutARequiredMember_IsRefused() =>
        Should.Throw<JsonException>(() =>
            JsonSerializer.Deserialize<ReviewRequest>("""{"decision":"accept"}""", Json.Options)
        );

    [Fact]
    public async Task Sources_ReadStrictly_AreRequestsAnswersAndWhatNeverLeavesTheProcess()
    {
        var files = await Checkout.FilesAsync(".cs");

        files
            .Where(file => file.StartsWith("functions/", StringComparison.Ordinal))
            .Where(file => Checkout.Read(file) is var text && text.Contains("JsonSerializer.") && Strict.IsMatch(text))
            .Select(file => Path.GetFileName(file))
            .ShouldBe(
                [
                    // Requests and answers.
                    "JsonBody.cs",
                    "EvidenceAssembly.cs",
                    "EvidenceUpload.cs",
                    "PersonExport.cs",
                    "RestoreHandler.cs",
                    // Rows of a back-up, whose columns are not members of ours.
                    "BackupRow.cs",
                    // Between the app and a child process of the same version.
                    "ReadingChild.cs",
                    "RunningChild.cs",
                    "FrameSink.cs",
                    // A file of the app's own, and what is hashed.
                    "Holidays.cs",
                    "BodyHash.cs",
                ],
                ignoreOrder: true
            );
    }

    [GeneratedRegex(@"\bJson\.Options\b", RegexOptions.None, 1_000)]
    private static partial Regex Strict { get; }

    private static string Text(string name) =>
        File.ReadAllText(RepositoryRoot.File($"tests/Avance.Functions.Tests/Storage/Golden/{name}.json")).TrimEnd();

    private static JsonNode Read(string name) => JsonNode.Parse(Text(name))!;

    private static string Rewrite(string name, JsonNode example) =>
        JsonSerializer.Serialize(
            JsonSerializer.Deserialize(example.ToJsonString(), Examples[name], StoredJson.Options),
            Examples[name],
            StoredJson.Options
        );

    private static IEnumerable<(JsonObject Object, JsonPropertyInfo Member)> Members(JsonNode example, string name) =>
        from found in ObjectsOf(example, Examples[name])
        from member in found.Type.Properties
        where found.Object.ContainsKey(member.Name)
        select (found.Object, member);

    /// <summary>The objects of a JSON text, each with what it is read as.</summary>
    private static IEnumerable<(JsonObject Object, JsonTypeInfo Type)> ObjectsOf(JsonNode? node, Type type)
    {
        if (node is JsonArray list)
        {
            var item = type.GetGenericArguments()[0];
            return list.SelectMany(each => ObjectsOf(each, item));
        }

        if (node is not JsonObject found)
        {
            return [];
        }

        var info = StoredJson.Options.GetTypeInfo(type);
        if (info.PolymorphismOptions is { } kinds)
        {
            var kind = (string?)found[kinds.TypeDiscriminatorPropertyName];
            info = StoredJson.Options.GetTypeInfo(
                kinds.DerivedTypes.Single(derived => (string?)derived.TypeDiscriminator == kind).DerivedType
            );
        }

        return info
            .Properties.SelectMany(member => ObjectsOf(found[member.Name], member.PropertyType))
            .Prepend((found, info));
    }
}
