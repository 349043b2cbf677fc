using Avance.Functions.Reports.Composition;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Reports.Word;

/// <summary>A plan of 400 activities whose texts are as long as they may be, with everything in them that people paste.</summary>
public sealed class LargeReportTests
{
    private const int Activities = 400;
    private const int Length = 20_000;

    [Fact]
    public void Write_FourHundredActivitiesWithLongTexts_IsValidAndWhole()
    {
        using var file = new WordFile(Document());

        file.Errors(FileFormatVersions.Microsoft365).ShouldBeEmpty();
        var table = file.Tables.Single(one =>
            one.Descendants<TableRow>().Count() == Activities + 1 && one.Descendants<GridColumn>().Count() == 11
        );
        var evaluations = table
            .Elements<TableRow>()
            .Skip(1)
            .Select(row => WordFile.TextOf(row.Elements<TableCell>().ElementAt(8)))
            .ToList();
        evaluations.Select(text => text.Length).ShouldAllBe(length => length > Length - 300);
        evaluations[0].ShouldContain("👩‍🔧");
        evaluations[0].ShouldContain("=cmd|' /C calc'!A0");
        evaluations[0].ShouldContain("<script>&amp;");
        file.Notes.Count.ShouldBe(Activities);
    }

    [Fact]
    public void Write_RowThatMayNotFitOnAPage_MayBeBroken()
    {
        using var file = new WordFile(Document());

        file.Tables[3].Elements<TableRow>().Skip(1).ShouldAllBe(row => !row.Descendants<CantSplit>().Any());
    }

    public static ReportDocument Document()
    {
        var plan = Enumerable
            .Range(1, Activities)
            .Aggregate(new TestPlan(), (all, number) => all.Activity(number, $"UNIDAD{number % 20}"))
            .Build();
        var builder = ReportBuilder.Of(plan);
        return builder
            .Activities(row =>
                row with
                {
                    Evaluation = TextOf(row.Activity),
                    HasEvaluation = 1,
                    Notes = $"Nota {row.Activity} \u0001\uD83D",
                    DocumentsCited = "INFORME N° 12-2023",
                    Links = $"https://example.org/{row.Activity}",
                }
            )
            .Compose();
    }

    private static string TextOf(int activity)
    {
        var pattern =
            $"Actividad {activity}: 👩‍🔧 se hizo\u0000 \uD83D =cmd|' /C calc'!A0 <script>&amp;</script> texto que sigue y sigue.\n";
        return string.Concat(Enumerable.Repeat(pattern, (Length / pattern.Length) + 1))[..Length];
    }
}
