using System.Text.Json;
using System.Text.Json.Nodes;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Evidence;
using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Samples;
using Avance.Samples.Evidence;
using Avance.Samples.Evidence.Expected;

namespace Avance.Functions.Tests.Evidence.Samples;

/// <summary>The sample evidence is what its generator writes, and the app finds in it what its authors put there.</summary>
public sealed class SampleEvidenceTests
{
    private const string Again =
        "dotnet run --project samples/Avance.Samples -- evidence samples/evidence writes it again";

    private static readonly Lazy<IReadOnlyDictionary<string, byte[]>> Written = new(EvidenceSample.Files);

    [Fact]
    public void Files_Committed_AreWhatTheGeneratorWrites()
    {
        var files = Written.Value;

        Directory
            .EnumerateFiles(SampleReading.Folder)
            .Select(file => Path.GetFileName(file))
            .ShouldBe(files.Keys, ignoreOrder: true, Again);
        foreach (var (name, content) in files)
        {
            var committed = File.ReadAllBytes(Path.Combine(SampleReading.Folder, name));
            committed.AsSpan().SequenceEqual(content).ShouldBeTrue($"{name}: {Again}");
        }
    }

    [Fact]
    public void Files_MadeTwice_AreTheSame()
    {
        var first = Written.Value;
        var second = EvidenceSample.Files();

        first.Count.ShouldBeGreaterThan(60);
        first.Values.Sum(content => content.Length).ShouldBeLessThan(5 * 1024 * 1024);
        foreach (var (name, content) in first)
        {
            content.AsSpan().SequenceEqual(second[name]).ShouldBeTrue(name);
        }
    }

    [Fact]
    public void Claims_Figures_AreThosePublished()
    {
        var published = ReferenceProgress.Read(Path.Combine(SampleReading.Folder, "..", SamplePlan.Id));

        foreach (var claim in EvidenceSample.Claims)
        {
            var goal = published.Single(row => row.Activity == claim.Activity && row.GoalYear == claim.GoalYear);
            claim.Executed.ShouldBe(goal.Executed, $"activity {claim.Activity}");
            SampleReading
                .Plan.FindActivity(new(claim.Activity))!
                .ResponsibleUnit.ToString()
                .ShouldBe(claim.Unit, $"activity {claim.Activity}");
        }
    }

    [Fact]
    public void Claims_Committed_CanBeSubmitted()
    {
        var claims = JsonNode.Parse(File.ReadAllText(Path.Combine(SampleReading.Folder, EvidenceSample.ClaimsFile)))!;

        foreach (var claim in claims.AsArray().Where(claim => (bool)claim!["sent"]!))
        {
            var activity = new ActivityNumber((int)claim!["activity"]!);
            var goals = SampleReading.Plan.Goals.Where(goal => goal.Activity == activity && goal.CountsIn(2023));
            var content = claim["progress"].Deserialize<ProgressContent>(Json.Options)!;
            ProgressValidation.Check(ProgressAction.Submit, content, [.. goals]).ShouldBeEmpty($"activity {activity}");
        }
    }

    [Fact]
    public async Task Facts_OfEachDocument_AreThoseOfItsAuthors()
    {
        var found = (await SampleReading.AllAsync()).SelectMany(file => Notes(file.Key, file.Value)).ToList();
        var expected = Expected().Documents;

        found.Select(document => document.Name).ShouldBe(expected.Select(document => document.Name), ignoreOrder: true);
        var byName = found.ToDictionary(document => document.Name);
        var differences = expected.SelectMany(document => Difference(document, byName[document.Name])).ToList();
        differences.ShouldBeEmpty(string.Join('\n', differences));
        Score.BySort(expected, found).Values.ShouldAllBe(score => score.Precision == 1 && score.Recall == 1);
    }

    [Fact]
    public async Task Number_OfEachDocument_IsTheOneItBears()
    {
        var read = await SampleReading.AllAsync();

        foreach (var document in Expected().Documents)
        {
            var view = read[document.File].Single(one => one.View.Path.SequenceEqual(document.Path)).View;
            DocumentNumbers.OwnOf(view)?.Normalised.ShouldBe(document.Number, document.Name);
        }
    }

    private static ExpectedNotes Expected() =>
        EvidenceSample.ReadExpected(Path.Combine(SampleReading.Folder, EvidenceSample.ExpectedFile));

    private static IEnumerable<DocumentNotes> Notes(string file, List<ReadSample> documents) =>
        FoundNotes.Of(
            file,
            JsonSerializer.SerializeToNode(
                new EvidenceFacts(documents.Select(document => document.View).ToValueList()),
                Json.Options
            )!
        );

    private static IEnumerable<string> Difference(DocumentNotes expected, DocumentNotes found)
    {
        var (left, right) = (expected.All().ToList(), found.All().ToList());
        return left.Except(right)
            .Select(fact => $"{expected.Name}: not found: {fact}")
            .Concat(right.Except(left).Select(fact => $"{expected.Name}: not expected: {fact}"));
    }
}
