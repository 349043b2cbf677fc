using System.Globalization;
using System.Text;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Tests.Documents.Misread;
using CsvHelper;

namespace Avance.Functions.Tests.Documents.Facts;

/// <summary>The documents that the units of the sample plan cite for their progress.</summary>
public sealed class CitedDocumentsTests
{
    private static readonly (int Activity, DocumentReference Reference)[] Cited = Rows()
        .SelectMany(row =>
            Read.Facts(Read.Lines(row.Cited)).References.Select(reference => (row.Activity, Reference: reference))
        )
        .ToArray();

    [Theory]
    [InlineData("Hoja Informativa N° 033-2023-MIMP-OGRH", "HOJA INFORMATIVA")]
    [InlineData("Reporte N° 033-2023-MIMP-OGRH", "REPORTE")]
    [InlineData("INF. N° D000033-2023-MIMP-OGRH", "INFORME")]
    [InlineData("Memorándum (M) N° D000033-2023-MIMP-OGRH", "MEMORANDO MÚLTIPLE")]
    public void Extract_ShortAndRareKinds_AreKnown(string text, string type) =>
        Read.Reference(text).Document.Type.ShouldBe(type);

    [Fact]
    public void IndexKey_AnyReference_IsAKeyOfATable()
    {
        var misread = ReferenceLines
            .All()
            .Select(one => Encoding.UTF8.GetString(one.Bytes()))
            .Append("Oficio N° 12-2026-GRÑ/Á.É#1?2\\3%\u0085\u00AD-A\u0001B/C")
            .SelectMany(text => Read.Facts(Read.Lines(text)).References);

        foreach (var key in Cited.Select(item => item.Reference).Concat(misread).Select(item => item.Document.IndexKey))
        {
            // https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
            (key ?? "").ShouldNotContain(c => c == '/' || c == '\\' || c == '#' || c == '?' || char.IsControl(c));
            (key ?? "").Length.ShouldBeLessThan(100);
        }
    }

    [Fact]
    public void Extract_SamplePlan_FindsEveryReference() =>
        string.Concat(
                Cited.Select(item =>
                    $"{item.Activity}\t{item.Reference.Normalised}\t{item.Reference.Raw}\t{string.Join(' ', item.Reference.Doubts)}\n"
                )
            )
            .ShouldMatchGolden("cited-documents.txt");

    [Fact]
    public void Match_SamplePlan_FindsDocumentsCitedForSeveralActivities()
    {
        var groups = Cited
            .Where(item => item.Reference.Document.IndexKey is not null)
            .GroupBy(item => item.Reference.Document.IndexKey)
            .SelectMany(Together)
            .Where(group => group.Select(item => item.Activity).Distinct().Skip(1).Any())
            .Select(Line)
            .Order(StringComparer.Ordinal);

        string.Join('\n', groups).ShouldMatchGolden("cited-for-several-activities.txt");
    }

    /// <summary>Groups of references of which each matches the first one that says most.</summary>
    private static IEnumerable<List<(int Activity, DocumentReference Reference)>> Together(
        IEnumerable<(int Activity, DocumentReference Reference)> candidates
    )
    {
        var groups = new List<List<(int Activity, DocumentReference Reference)>>();
        foreach (var item in candidates.OrderByDescending(item => item.Reference.Normalised.Length))
        {
            var group = groups.Find(known =>
                known[0].Reference.Document.Match(item.Reference.Document) != DocumentMatch.Different
            );
            if (group is null)
            {
                groups.Add([item]);
            }
            else
            {
                group.Add(item);
            }
        }

        return groups;
    }

    private static string Line(List<(int Activity, DocumentReference Reference)> group)
    {
        var exact = group.TrueForAll(item =>
            group[0].Reference.Document.Match(item.Reference.Document) == DocumentMatch.Same
        );
        var activities = group.Select(item => item.Activity).Distinct().Order();
        return $"{group[0].Reference.Normalised}\t{(exact ? "same" : "probable")}\t{string.Join(' ', activities)}";
    }

    private static List<(int Activity, string Cited)> Rows()
    {
        using var file = File.OpenText(RepositoryRoot.File("samples/psig-2022-2023/avances-2023.csv"));
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        var rows = new List<(int Activity, string Cited)>();
        csv.Read();
        csv.ReadHeader();
        while (csv.Read())
        {
            rows.Add((csv.GetField<int>("N° actividad"), csv.GetField("Documentos citados")!));
        }

        return rows;
    }
}
