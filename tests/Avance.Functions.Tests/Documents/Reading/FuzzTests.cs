using System.Collections.Concurrent;
using System.Diagnostics;
using System.IO.Compression;
using System.Text;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Samples;
using Avance.Samples.Evidence.Drawing;
using Avance.Samples.Evidence.Formats;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Thousands of damaged documents, the same each time: each ends in a stated outcome, soon.</summary>
public sealed class FuzzTests
{
    private const int Seed = 20231121;

    /// <summary>Times that each document is damaged; fewer for those that other processes read.</summary>
    private const int InApp = 400;
    private const int InChild = 200;
    private const int ByTools = 40;

    private static readonly ReadingOptions Limits = new()
    {
        DocumentSeconds = 5,
        ChildSeconds = 10,
        OcrPageSeconds = 5,
        OcrPages = 1,
    };

    [Fact]
    public async Task Read_DamagedDocuments_EndInAStatedOutcome()
    {
        var started = Stopwatch.GetTimestamp();
        var documents = await DocumentsAsync();
        documents
            .Select(document => FileNames.FormatOf(document.Name)!.Value)
            .Distinct()
            .ShouldBe(Enum.GetValues<EvidenceFormat>(), ignoreOrder: true);
        var cases = documents
            .SelectMany(document => Enumerable.Range(0, document.Times).Select(i => (document, i)))
            .ToArray();
        var outcomes = new ConcurrentDictionary<string, int>();

        await Parallel.ForEachAsync(
            cases,
            new ParallelOptions
            {
                MaxDegreeOfParallelism = 4,
                CancellationToken = TestContext.Current.CancellationToken,
            },
            async (item, _) =>
            {
                var ((name, content, _), number) = item;
                var damaged = DamageInside(content, number, new Random(HashCode(name, number)));
                var begun = Stopwatch.GetTimestamp();

                var reading = await ReadingDriver.ReadAsync(damaged, name, Limits);

                Stopwatch.GetElapsedTime(begun).ShouldBeLessThan(TimeSpan.FromSeconds(20), $"{name} {number}");
                foreach (var part in reading.All())
                {
                    var outcome = part.Outcome is ReadOutcome.Unreadable { Trouble: var trouble }
                        ? $"{trouble}"
                        : "Read";
                    outcome.ShouldNotBe(nameof(ReadTrouble.ToolMissing), $"{name} {number}");
                    outcomes.AddOrUpdate(outcome, 1, (_, count) => count + 1);
                }
            }
        );

        cases.Length.ShouldBeGreaterThanOrEqualTo(2_000);
        outcomes.Keys.ShouldContain("Read");
        outcomes.Keys.ShouldContain(nameof(ReadTrouble.Malformed));
        TestContext.Current.TestOutputHelper?.WriteLine(
            $"{cases.Length} in {Stopwatch.GetElapsedTime(started)}: {string.Join(", ", outcomes)}"
        );
    }

    private static async Task<(string Name, byte[] Content, int Times)[]> DocumentsAsync()
    {
        var words = "<text:p>Año</text:p>";
        var docx = TestOffice.Docx(TestOffice.Paragraph("Acta") + TestOffice.Table(["F", "M"], ["1", "2"]));
        var workbook = new XlsxWriter();
        workbook.AddSheet(
            "Hoja",
            [20],
            [
                ["Nombre", "N"],
                ["Ana", 1m],
            ]
        );
        var (png, _, _) = await TestPicture.OfAsync(TestPdf.OfText(["Texto"]), "-png");
        var (jpg, width, height) = await TestPicture.OfAsync(TestPdf.OfText(["Texto"]), "-jpeg");
        return
        [
            ("a.docx", docx, InApp),
            ("a.pptx", TestOffice.Pptx("<a:p><a:r><a:t>Uno</a:t></a:r></a:p>", "<a:tbl/>"), InApp),
            ("a.odt", TestOffice.Odt(words), InApp),
            (
                "a.ods",
                TestOffice.Ods(
                    $"<table:table><table:table-row><table:table-cell>{words}</table:table-cell></table:table-row></table:table>"
                ),
                InApp
            ),
            ("a.odp", TestOffice.Odp($"<draw:page>{words}</draw:page>"), InApp),
            ("a.fodt", TestOffice.FlatOdf("text", words), InApp),
            ("a.fods", TestOffice.FlatOdf("spreadsheet", TestOffice.OdfTable(["F", "M"], ["1", "2"])), InApp),
            ("a.docm", TestOffice.WithMacros(docx), InApp),
            ("a.rtf", TestRtf.Of(TestRtf.Table(["F", "M"], ["1", "2"]) + TestRtf.Paragraph("Año")), InApp),
            ("a.xml", TestXlsx.Of2003(["F", "M"], ["1", "2"]), InApp),
            ("b.xlsx", TestOffice.Strict(workbook.ToArray()), InChild),
            ("a.csv", Encoding.UTF8.GetBytes("a;\"b\";c\n1;2;3\n4;5;6\n"), InApp),
            ("a.txt", Encoding.Unicode.GetBytes("\uFEFFUn texto\n\ncon   columnas\ny   filas"), InApp),
            ("a.eml", TestMail.Eml("Hola", ("acta.docx", docx)), InApp),
            ("a.msg", TestMail.Msg("Tema", "Hola", ("acta.docx", docx)), InApp),
            ("b.msg", TestMail.MsgInMsg("Hola"), InApp),
            ("a.zip", TestZip.Of(("acta.docx", docx), ("b.csv", "a;b\n1;2\n3;4"u8.ToArray())), InApp),
            ("a.xlsx", workbook.ToArray(), InChild),
            ("a.xls", XlsWriter.Of("Hoja", ["a", "b"], [1.0, 2.0]), InChild),
            ("a.html", Encoding.UTF8.GetBytes("<html><body><table><tr><td>a<td>b</table><p>c&amp;"), InChild),
            ("a.pdf", TestPdf.OfText(["Hola"], ["Mundo"]), ByTools),
            ("b.pdf", TestPdf.OfPictures((jpg, width, height)), 5),
            (
                "c.pdf",
                TestPdf.Of([TestPdf.Text(["Hola"]) + TestPdf.Picture(0, 40, 300, 300, 300)], (jpg, width, height)),
                10
            ),
            ("c.jpg", TestScan.Oriented(new Bitmap(300, 200), 6), 20),
            ("a.png", png, 5),
            ("a.jpg", jpg, 5),
            // Too small to be recognised: all that is damaged is what this app reads of it.
            ("a.tif", PictureFiles.Tiff(new Bitmap(40, 20), new Bitmap(20, 40)), InApp),
            ("b.png", PictureFiles.Png(new Bitmap(40, 20)), InApp),
            ("b.jpg", PictureFiles.Jpeg(new byte[40 * 20], 40, 20), InApp),
            ("b.docx", TestOffice.With(docx, ("word/media/image1.png", PictureFiles.Png(new Bitmap(40, 20)))), InApp),
            ("c.docx", TestOffice.With(docx, ("word/media/image1.jpeg", jpg)), 10),
        ];
    }

    /// <summary>Every second package is damaged inside: what is packed hardly reaches a parser once it is.</summary>
    private static byte[] DamageInside(byte[] content, int number, Random random)
    {
        if (number % 2 == 0 || !content.AsSpan().StartsWith("PK"u8))
        {
            return Damage(content, random);
        }

        using var archive = new ZipArchive(new MemoryStream(content));
        var entries = archive.Entries.Select(entry => (entry.FullName, Content: Unpack(entry))).ToArray();
        var chosen = random.Next(entries.Length);
        entries[chosen].Content = Damage(entries[chosen].Content, random);
        return TestZip.Of(entries);
    }

    private static byte[] Unpack(ZipArchiveEntry entry)
    {
        using var content = entry.Open();
        var bytes = new MemoryStream();
        content.CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <summary>Some bytes changed, cut off, put in twice, filled or torn out.</summary>
    private static byte[] Damage(byte[] content, Random random)
    {
        var bytes = content.ToList();
        for (var times = random.Next(1, 6); times > 0 && bytes.Count > 8; times--)
        {
            var at = random.Next(bytes.Count);
            var length = Math.Min(random.Next(1, 40), bytes.Count - at);
            switch (random.Next(6))
            {
                case 0:
                    bytes[at] = (byte)random.Next(256);
                    break;
                case 1:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 2:
                    bytes.RemoveRange(at, length);
                    break;
                case 3:
                    bytes.InsertRange(at, bytes.GetRange(at, length));
                    break;
                case 4:
                    bytes.RemoveRange(at, (bytes.Count - at) / (1 + random.Next(3)));
                    break;
                default:
                    for (var i = 0; i < length; i++)
                    {
                        bytes[at + i] = (byte)(random.Next(2) * 255);
                    }

                    break;
            }
        }

        return [.. bytes];
    }

    /// <summary>The same on each run, unlike those of the framework.</summary>
    private static int HashCode(string name, int number) =>
        name.Aggregate(Seed + (number * 7919), (hash, c) => unchecked((hash * 31) + c));
}
