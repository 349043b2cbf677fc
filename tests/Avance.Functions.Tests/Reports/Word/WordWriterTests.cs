using System.Globalization;
using System.Text.Json.Nodes;
using Avance.Functions.Reports.Composition;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Drivers;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Wordprocessing;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Reports.Word;

/// <summary>The Word file of the sample plan: valid, whole, and with everything that a reader navigates by.</summary>
public sealed class WordWriterTests : IDisposable
{
    private readonly WordFile file = new(SampleReport.Document());

    public void Dispose() => file.Dispose();

    [Theory]
    [InlineData(FileFormatVersions.Office2019)]
    [InlineData(FileFormatVersions.Microsoft365)]
    public void Write_Sample_IsValid(FileFormatVersions version) => file.Errors(version).ShouldBeEmpty();

    [Fact]
    public void Write_Sample_HasTheStructureOfTheGoldenFile() => WordOutline.Of(file).ShouldMatchGolden("sample.txt");

    [Fact]
    public void Write_Sample_HasEachPublishedFigure()
    {
        var published = JsonNode.Parse(
            File.ReadAllText(RepositoryRoot.File("samples/psig-2022-2023/publicado-2023.json"))
        )!;
        var ranking = Rows(file.Tables[1]);
        var goals = Rows(file.Tables[3]);
        var printed = Avance.Samples.ReferenceProgress.Read(RepositoryRoot.File("samples/psig-2022-2023"));

        Rows(file.Tables[0]).Select(row => row[1]).ShouldBe(["65", "46", "19", "70.8 %", "Rojo", "14"]);
        ranking
            .Select(row => $"{row[1]} {row[3]}")
            .ShouldBe(published["units"]!.AsArray().Select(unit => $"{unit!["unit"]} {unit["compliance"]} %"));
        goals.Count.ShouldBe(68);
        foreach (var goal in printed.Where(goal => goal.PublishedPercent is not null))
        {
            // The source cut this one off; rounded, it is 123.
            var percent = goal is { Activity: 34, GoalYear: 2022 } ? 123 : goal.PublishedPercent;
            var ofActivity = goals
                .Where(row => row[0] == goal.Activity.ToString(CultureInfo.InvariantCulture))
                .ToList();
            ofActivity[goal.GoalYear == 2022 ? 0 : ^1][6].ShouldBe($"{percent} %", $"{goal.Activity} {goal.GoalYear}");
        }

        Rows(file.Tables.Single(table => WordFile.TextOf(table).Contains("Tomada de", StringComparison.Ordinal)))
            .Select(row => string.Join(' ', row.Take(4)))
            .ShouldBe(["2022 54 44 81.5 %", "2023 65 46 70.8 %"]);
    }

    [Fact]
    public void Write_Footnotes_AreMarkedInOrderAndEachIsThere()
    {
        var marks = file.Body.Descendants<FootnoteReference>().Select(mark => mark.Id!.Value).ToList();

        marks.ShouldBe(Enumerable.Range(1, 3).Select(id => (long)id));
        file.Notes.ShouldBe([
            "El informe no tiene número en el SGD.",
            "Se trata de asistencia técnica, no de capacitación.",
            "La lista no está separada por sexo.",
        ]);
    }

    [Fact]
    public void Write_Contents_NameEachHeadingWithTheNumberThatItsListGives()
    {
        var entries = file.Body.Elements<SdtBlock>().Single().Descendants<Hyperlink>().ToList();
        var bookmarks = file.Headings.Select(heading => heading.GetFirstChild<BookmarkStart>()!.Name!.Value).ToList();

        entries.Select(entry => entry.Anchor!.Value).ShouldBe(bookmarks);
        entries.Select(WordFile.TextOf).ShouldBe(Numbered(file.Headings));
        entries.Select(WordFile.TextOf).First().ShouldBe("1\tResumen ejecutivo");
        file.Body.Descendants<FieldCode>().First().Text.ShouldBe(""" TOC \o "1-2" \h \z \u """);
    }

    [Fact]
    public void Write_HeadingStyles_AreBoundToOneListOfManyLevels()
    {
        var numbering = file.Main.NumberingDefinitionsPart!.Numbering!;
        var styles = file.Main.StyleDefinitionsPart!.Styles!.Elements<Style>().ToList();

        for (var level = 0; level < 3; level++)
        {
            var style = styles.Single(one => one.StyleName!.Val == $"heading {level + 1}");
            var number = style.StyleParagraphProperties!.NumberingProperties!;
            number.NumberingLevelReference!.Val!.Value.ShouldBe(level);
            var instance = numbering
                .Elements<NumberingInstance>()
                .Single(one => one.NumberID!.Value == number.NumberingId!.Val!.Value);
            numbering
                .Elements<AbstractNum>()
                .Single(one => one.AbstractNumberId!.Value == instance.AbstractNumId!.Val!.Value)
                .Elements<Level>()
                .ElementAt(level)
                .ParagraphStyleIdInLevel!.Val!.Value.ShouldBe(style.StyleId!.Value);
        }
    }

    [Fact]
    public void Write_Captions_AreCountedByFieldsOfEachKind()
    {
        file.Captions.Where(caption => caption.StartsWith("Tabla", StringComparison.Ordinal))
            .Select((caption, index) => caption.StartsWith($"Tabla {index + 1}. ", StringComparison.Ordinal))
            .ShouldAllBe(isNumbered => isNumbered);
        file.Captions.Count(caption => caption.StartsWith("Gráfico", StringComparison.Ordinal)).ShouldBe(3);
        file.Body.Descendants<FieldCode>()
            .Count(code => code.Text is @" SEQ Tabla \* ARABIC " or @" SEQ Gráfico \* ARABIC ")
            .ShouldBe(file.Captions.Count);
    }

    [Fact]
    public void Write_Tables_RepeatTheirHeadAndHaveAnAlternativeText()
    {
        file.Tables.Count.ShouldBeGreaterThan(7);
        foreach (var table in file.Tables)
        {
            var rows = table.Elements<TableRow>().ToList();
            rows[0].Descendants<TableHeader>().ShouldHaveSingleItem();
            rows.Skip(1)
                .ShouldAllBe(row => !row.Descendants<TableHeader>().Any() && row.Descendants<CantSplit>().Any());
            table.GetFirstChild<TableProperties>()!.GetFirstChild<TableCaption>()!.Val!.Value!.ShouldNotBeEmpty();
            table.GetFirstChild<TableProperties>()!.GetFirstChild<TableLook>()!.FirstRow!.Value.ShouldBeTrue();
            rows.ShouldAllBe(row => row.Elements<TableCell>().Count() == table.Descendants<GridColumn>().Count());
        }
    }

    [Fact]
    public void Write_Charts_SayTheirFiguresToThoseWhoDoNotSeeThemAndHaveAWorkbook()
    {
        var drawings = file.Body.Descendants<DocProperties>().ToList();

        drawings.Count.ShouldBe(3);
        drawings.Select(drawing => drawing.Id!.Value).ShouldBeUnique();
        drawings[^1].Description!.Value!.ShouldStartWith("DTEG: 125 %; DA: 111 %; INABIF: 105 %");
        file.Main.ChartParts.ShouldAllBe(chart => chart.EmbeddedPackagePart != null);
    }

    [Fact]
    public void Write_Paragraphs_AreNeverEmptyExceptWhereASectionEnds()
    {
        var empty = file.Body.Descendants<Paragraph>().Where(paragraph => paragraph.InnerText.Length == 0).ToList();

        empty
            .Where(paragraph => !paragraph.Descendants<Drawing>().Any())
            .Where(paragraph => file.StyleOf(paragraph) != "Fin de sección")
            .Where(paragraph => paragraph.Parent is not TableCell)
            .ShouldBeEmpty();
    }

    [Fact]
    public void Write_ReportThatEndsWithAParagraph_HasItOnce()
    {
        using var ended = new WordFile(
            new ReportDocument(
                new ReportCover("MIMP", "CSIG", "Informe", "Plan", "2023", "Hoy"),
                [
                    new ReportSection("one", "Uno", 1, [new ParagraphBlock("Primero")], IsLandscape: true),
                    new ReportSection("two", "Dos", 1, [new ParagraphBlock("Último")]),
                ]
            )
        );

        ended.Errors(FileFormatVersions.Microsoft365).ShouldBeEmpty();
        ended
            .Body.Elements<Paragraph>()
            .Select(WordFile.TextOf)
            .TakeLast(4)
            .ShouldBe(["Uno", "Primero", "Dos", "Último"]);
        ended.Body.Descendants<SectionProperties>().Count().ShouldBe(3);
    }

    [Fact]
    public void Write_Properties_SayWhatTheReportIsAndThatItIsSpanish()
    {
        var properties = file.Package.PackageProperties;

        properties.Title.ShouldBe($"Informe de seguimiento y evaluación: {SampleReport.Builder().Plan.Header.Name}");
        properties.Subject!.ShouldEndWith(", II semestre de 2023");
        properties.Language.ShouldBe("es-PE");
        file.Main.StyleDefinitionsPart!.Styles!.Descendants<Languages>().First().Val!.Value.ShouldBe("es-PE");
        file.Main.DocumentSettingsPart!.Settings!.Descendants<UpdateFieldsOnOpen>().ShouldBeEmpty();
    }

    [Fact]
    public void Write_HeaderAndFooter_NameThePlanAndCountThePages()
    {
        WordFile.TextOf(file.Main.HeaderParts.Single().Header!).ShouldContain("II semestre de 2023");
        file.Main.FooterParts.Single()
            .Footer!.Descendants<FieldCode>()
            .Select(code => code.Text.Trim())
            .ShouldBe(["PAGE", "NUMPAGES"]);
    }

    [Fact]
    public void Write_Links_AreRelationshipsToTheirAddress() =>
        file
            .Main.HyperlinkRelationships.Select(link => (link.Uri.ToString(), link.IsExternal))
            .ShouldBe([("https://www.gob.pe/mimp?a=1&b=2", true), ("https://example.org/informe", true)]);

    [Fact]
    public void Write_StreamThatOnlyTakesBytes_GetsTheSameFile()
    {
        using var memory = new MemoryStream();
        using (
            var pipe = new System.IO.Compression.BrotliStream(
                memory,
                System.IO.Compression.CompressionLevel.Fastest,
                true
            )
        )
        {
            Avance.Functions.Reports.Word.WordWriter.Write(SampleReport.Document(), pipe, null);
        }

        memory.Position = 0;
        using var unpacked = new MemoryStream();
        new System.IO.Compression.BrotliStream(memory, System.IO.Compression.CompressionMode.Decompress).CopyTo(
            unpacked
        );
        using var read = DocumentFormat.OpenXml.Packaging.WordprocessingDocument.Open(unpacked, false);
        WordFile.TextOf(read.MainDocumentPart!.Document!.Body!).ShouldBe(file.Text);
    }

    /// <summary>Headings with the numbers that a list of many levels gives them.</summary>
    private IEnumerable<string> Numbered(IEnumerable<Paragraph> headings)
    {
        int[] counts = [0, 0, 0];
        foreach (var heading in headings)
        {
            var level = file.HeadingLevel(heading);
            counts[level - 1]++;
            counts.AsSpan(level).Clear();
            yield return $"{string.Join('.', counts.Take(level))}\t{WordFile.TextOf(heading)}";
        }
    }

    private static List<string[]> Rows(Table table) =>
        [
            .. table
                .Elements<TableRow>()
                .Skip(1)
                .Select(row => row.Elements<TableCell>().Select(WordFile.TextOf).ToArray()),
        ];
}
