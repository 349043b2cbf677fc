using Avance.Functions.Documents;
using Avance.Functions.Tests.Documents.Reading;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>What a person reads in a document is found in it, and nothing else.</summary>
public sealed class ReadCaseTests
{
    private static readonly Dictionary<string, Func<IEnumerable<ReadCase>>> Kinds = new()
    {
        ["ListsInPdf"] = ListsInPdf.All,
        ["TablesWithoutPeople"] = TablesWithoutPeople.All,
        ["HeadersAndValues"] = HeadersAndValues.All,
        ["SentencesWithPercent"] = SentencesWithPercent.All,
        ["PicturesAndScans"] = PicturesAndScans.All,
        ["Files"] = FileKinds.All,
        ["References"] = ReferenceLines.All,
    };

    public static TheoryData<string, string> Cases { get; } =
        new(Kinds.SelectMany(kind => kind.Value().Select(one => (kind.Key, one.Name))));

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task Read_DocumentOfKind_GivesWhatAPersonReads(string kind, string name)
    {
        var expected = Kinds[kind]().Single(one => one.Name == name);

        var found = await FoundAsync(expected);

        found.Attendance.ShouldBe(expected.Attendance);
        found.References.ShouldBe(expected.References);
        found.Trouble.ShouldBe(expected.Trouble);
        found.Unread.ShouldBe(expected.Unread);
    }

    [Fact]
    public void Cases_OfEachKind_AreMany()
    {
        var counts = Kinds.ToDictionary(kind => kind.Key, kind => kind.Value().Count());

        counts.Values.ShouldAllBe(count => count > 10);
        counts.Values.Sum().ShouldBeGreaterThan(300, string.Join(' ', counts));
    }

    private static async Task<ReadCase> FoundAsync(ReadCase expected)
    {
        var reading = await ReadingDriver.ReadAsync(expected.Bytes(), expected.Name);
        return expected.Found(ExtractedDocument.Of(reading, "Personas capacitadas"));
    }
}
