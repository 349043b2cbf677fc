using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml.Drawing;
using DocumentFormat.OpenXml.Drawing.Charts;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Packaging;
using Drawing = DocumentFormat.OpenXml.Wordprocessing.Drawing;
using Paragraph = DocumentFormat.OpenXml.Wordprocessing.Paragraph;
using Run = DocumentFormat.OpenXml.Wordprocessing.Run;

namespace Avance.Functions.Reports.Word;

/// <summary>A chart that Word draws itself, with the workbook behind it that Word edits its figures in.</summary>
internal static class WordChart
{
    // Lengths of drawings are in English metric units.
    private const int PerTwip = 635;
    private const long PerCentimetre = 360_000;
    private const long Upright = 7 * PerCentimetre;
    private const long Tallest = 20 * PerCentimetre;

    public static void Write(WordBody body, ChartBlock chart)
    {
        var part = body.Main.AddNewPart<ChartPart>(PartIds.Next(body.Main));
        var workbook = part.AddNewPart<EmbeddedPackagePart>(
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            PartIds.Next(part)
        );
        using (var stream = workbook.GetStream(FileMode.Create))
        {
            ChartWorkbook.Write(chart, stream);
        }

        using (var stream = part.GetStream(FileMode.Create))
        {
            ChartXml.Create(chart, part.GetIdOfPart(workbook)).Save(stream);
        }

        var id = body.NextDrawing();
        var graphic = new Graphic(
            new GraphicData(new ChartReference { Id = body.Main.GetIdOfPart(part) })
            {
                Uri = "http://schemas.openxmlformats.org/drawingml/2006/chart",
            }
        );
        var inline = new Inline(
            new Extent { Cx = (long)body.TextWidth * PerTwip, Cy = Height(chart) },
            new DocProperties
            {
                Id = id,
                Name = $"{WordWriter.Word("ChartCaption")} {id}",
                Title = WordText.Clean(chart.Caption),
                Description = WordText.Clean(chart.Description),
            },
            graphic
        )
        {
            DistanceFromTop = 0,
            DistanceFromBottom = 0,
            DistanceFromLeft = 0,
            DistanceFromRight = 0,
        };
        body.Add(new Paragraph(body.Style("Normal"), new Run(new Drawing(inline))));
    }

    /// <summary>Lying bars have the height that their names need, up to a page.</summary>
    private static long Height(ChartBlock chart) =>
        chart.IsHorizontal
            ? Math.Min(Tallest, PerCentimetre * (5 + (3 * chart.Categories.Count * chart.Series.Count)) / 4)
            : Upright;
}
