using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Similarity;
using Avance.Functions.Plans;
using Avance.Functions.Tests.Builders;
using Avance.Samples.Evidence;

namespace Avance.Functions.Tests.Evidence.Samples;

/// <summary>All files of the sample evidence, read once for all tests.</summary>
internal static class SampleReading
{
    private static readonly Lazy<Task<Dictionary<string, List<ReadSample>>>> Once = new(ReadAllAsync);

    public static string Folder { get; } = RepositoryRoot.File("samples/evidence");

    public static Plan Plan { get; } = PlanFileBuilder.Sample().Build();

    /// <returns>The documents of each file, itself first.</returns>
    public static Task<Dictionary<string, List<ReadSample>>> AllAsync() => Once.Value;

    private static async Task<Dictionary<string, List<ReadSample>>> ReadAllAsync()
    {
        var read = new Dictionary<string, List<ReadSample>>();
        var options = new ReadingOptions();
        using var reader = new DocumentReader(
            DocumentReaders.All(options, PlanBuilder.Lima, TimeProvider.System),
            options,
            TimeProvider.System
        );
        foreach (var (name, activity) in FilesOfActivities())
        {
            var unitOfMeasure = Plan.FindActivity(activity)!.UnitOfMeasure;
            var path = Path.Combine(Folder, name);
            var reading = await reader.ReadAsync(path, name, TestContext.Current.CancellationToken);
            read[name] =
            [
                .. reading
                    .All()
                    .Select(document => new ReadSample(
                        ExtractedDocument.Of(document, unitOfMeasure),
                        document.Outcome is ReadOutcome.Read text ? ContentSketch.Of(text.Text) : null
                    )),
            ];
        }

        return read;
    }

    /// <summary>A file of two activities is read for the first, in whose unit of measure the other counts too.</summary>
    private static IEnumerable<(string Name, ActivityNumber Activity)> FilesOfActivities() =>
        EvidenceSample
            .Claims.SelectMany(claim =>
                claim.Files.Select(file => (file.Name, Activity: new ActivityNumber(claim.Activity)))
            )
            .DistinctBy(item => item.Name);
}
