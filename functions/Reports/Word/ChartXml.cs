using System.Globalization;
using System.Xml.Linq;
using Avance.Functions.Reports.Composition;

namespace Avance.Functions.Reports.Word;

/// <summary>
/// A chart of bars as DrawingML: each bar has its figure beside it, so no axis of figures is drawn.
/// https://learn.microsoft.com/dotnet/api/documentformat.openxml.drawing.charts.chartspace
/// </summary>
internal static class ChartXml
{
    private const int CategoryAxis = 1_001;
    private const int ValueAxis = 1_002;

    private static readonly XNamespace C = "http://schemas.openxmlformats.org/drawingml/2006/chart";
    private static readonly XNamespace A = "http://schemas.openxmlformats.org/drawingml/2006/main";
    private static readonly XNamespace R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    /// <summary>Told apart by lightness as well, for print without colours: contrast at least 3 to white and to each other.</summary>
    private static readonly string[] Colours = ["1F3864", "5B8DD6", "7F7F7F", "C55A11"];

    /// <param name="workbook">The relationship to the workbook that holds its figures.</param>
    public static XDocument Create(ChartBlock chart, string workbook) =>
        new(
            new XElement(
                C + "chartSpace",
                new XAttribute(XNamespace.Xmlns + "c", C),
                new XAttribute(XNamespace.Xmlns + "a", A),
                new XAttribute(XNamespace.Xmlns + "r", R),
                Value("roundedCorners", "0"),
                new XElement(
                    C + "chart",
                    Value("autoTitleDeleted", "1"),
                    new XElement(
                        C + "plotArea",
                        new XElement(C + "layout"),
                        Bars(chart),
                        Categories(chart),
                        Values(chart)
                    ),
                    chart.Series.Count > 1
                        ? new XElement(C + "legend", Value("legendPos", "b"), Value("overlay", "0"))
                        : null,
                    Value("plotVisOnly", "1"),
                    Value("dispBlanksAs", "gap")
                ),
                new XElement(
                    C + "spPr",
                    new XElement(A + "noFill"),
                    new XElement(A + "ln", new XElement(A + "noFill"))
                ),
                Letters(),
                new XElement(C + "externalData", new XAttribute(R + "id", workbook), Value("autoUpdate", "0"))
            )
        );

    private static XElement Bars(ChartBlock chart) =>
        new(
            C + "barChart",
            Value("barDir", chart.IsHorizontal ? "bar" : "col"),
            Value("grouping", "clustered"),
            Value("varyColors", "0"),
            chart.Series.Select((series, index) => Series(chart, series, index)),
            Value("gapWidth", chart.IsHorizontal ? "40" : "160"),
            Value("axId", Text(CategoryAxis)),
            Value("axId", Text(ValueAxis))
        );

    private static XElement Series(ChartBlock chart, ChartSeries series, int index) =>
        new(
            C + "ser",
            Value("idx", Text(index)),
            Value("order", Text(index)),
            new XElement(
                C + "tx",
                Cache("strRef", "strCache", ChartWorkbook.NameOf(index), null, [WordText.Clean(series.Name)])
            ),
            Fill(Colours[index % Colours.Length]),
            Value("invertIfNegative", "0"),
            Labels(chart),
            new XElement(
                C + "cat",
                Cache(
                    "strRef",
                    "strCache",
                    ChartWorkbook.CategoriesOf(chart),
                    null,
                    chart.Categories.Select(WordText.Clean)
                )
            ),
            new XElement(
                C + "val",
                Cache(
                    "numRef",
                    "numCache",
                    ChartWorkbook.ValuesOf(chart, index),
                    Format(chart),
                    series.Values.Select(Text)
                )
            )
        );

    private static XElement Fill(string colour) =>
        new(C + "spPr", new XElement(A + "solidFill", new XElement(A + "srgbClr", new XAttribute("val", colour))));

    private static XElement Labels(ChartBlock chart) =>
        new(
            C + "dLbls",
            new XElement(
                C + "numFmt",
                new XAttribute("formatCode", Format(chart)),
                new XAttribute("sourceLinked", "0")
            ),
            Value("dLblPos", "outEnd"),
            Value("showLegendKey", "0"),
            Value("showVal", "1"),
            Value("showCatName", "0"),
            Value("showSerName", "0"),
            Value("showPercent", "0"),
            Value("showBubbleSize", "0")
        );

    /// <summary>Lying bars are drawn from below: the axis is turned, so that the first is above.</summary>
    private static XElement Categories(ChartBlock chart) =>
        Axis(
            "catAx",
            CategoryAxis,
            ValueAxis,
            chart.IsHorizontal ? "maxMin" : "minMax",
            isDrawn: true,
            chart.IsHorizontal ? "l" : "b"
        );

    private static XElement Values(ChartBlock chart) =>
        Axis("valAx", ValueAxis, CategoryAxis, "minMax", isDrawn: false, chart.IsHorizontal ? "b" : "l");

    private static XElement Axis(string kind, int id, int other, string order, bool isDrawn, string side) =>
        new(
            C + kind,
            Value("axId", Text(id)),
            new XElement(C + "scaling", Value("orientation", order), isDrawn ? null : Value("min", "0")),
            Value("delete", isDrawn ? "0" : "1"),
            Value("axPos", side),
            Value("majorTickMark", "none"),
            Value("minorTickMark", "none"),
            Value("tickLblPos", "low"),
            Value("crossAx", Text(other)),
            Value("crosses", "autoZero")
        );

    private static XElement Letters() =>
        new(
            C + "txPr",
            new XElement(A + "bodyPr"),
            new XElement(
                A + "p",
                new XElement(A + "pPr", new XElement(A + "defRPr", new XAttribute("sz", 900))),
                new XElement(A + "endParaRPr", new XAttribute("lang", Messages.Culture.Name))
            )
        );

    /// <summary>Where values stand in the workbook, and what they are.</summary>
    private static XElement Cache(
        string reference,
        string cache,
        string range,
        string? format,
        IEnumerable<string?> values
    )
    {
        var all = values.ToList();
        return new XElement(
            C + reference,
            new XElement(C + "f", range),
            new XElement(
                C + cache,
                format is null ? null : new XElement(C + "formatCode", format),
                Value("ptCount", Text(all.Count)),
                all.Select(
                    (value, index) =>
                        value is null
                            ? null
                            : new XElement(C + "pt", new XAttribute("idx", index), new XElement(C + "v", value))
                )
            )
        );
    }

    private static string Format(ChartBlock chart) =>
        chart.Unit.Length == 0
            ? "General"
            : $"General\" {WordText.Clean(chart.Unit).Replace("\"", "", StringComparison.Ordinal)}\"";

    private static XElement Value(string name, string value) => new(C + name, new XAttribute("val", value));

    private static string? Text(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);

    private static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);
}
