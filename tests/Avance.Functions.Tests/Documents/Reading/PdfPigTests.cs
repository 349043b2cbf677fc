using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Documents.Reading.Pdf;
using Avance.Functions.Evidence;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Functions.Tests.Findings;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>PDFs where poppler is not installed.</summary>
public sealed class PdfPigTests
{
    private static readonly ReadingOptions Options = new();

    public static TheoryData<string> Samples =>
        [
            .. Directory
                .EnumerateFiles(RepositoryRoot.File("samples/evidence"), "Informe e*.pdf")
                .Select(path => Path.GetFileName(path)),
        ];

    [Fact]
    public async Task Pdf_TextAndTable_HaveTheirPages()
    {
        var reading = await ReadAsync(TestPdf.OfText(["Primera"], ["Mujeres        Hombres", "25             20"]));

        reading.Reader.ShouldBe(PdfPigParser.ReaderId);
        var text = reading.Text();
        text.Pages.ShouldBe(2);
        text.Blocks[0].Text.ShouldBe("Primera");
        text.Blocks.ShouldContain(block => block.Text.Contains("25") && block.Where.Page == 2);
    }

    /// <summary>What is read does not depend on where the app runs, as far as letters go.</summary>
    [Theory]
    [MemberData(nameof(Samples))]
    public async Task Pdf_OfTheSample_HasTheNumbersThatPopplerFinds(string name)
    {
        var content = await File.ReadAllBytesAsync(
            RepositoryRoot.File($"samples/evidence/{name}"),
            TestContext.Current.CancellationToken
        );
        var with = ExtractedDocument.Of(await ReadingDriver.ReadAsync(content, name), "Informe").Facts!;

        var without = ExtractedDocument.Of(await ReadAsync(content), "Informe").Facts!;

        with.References.ShouldNotBeEmpty();
        without.References.Select(NumberOf).Distinct().ShouldBe(with.References.Select(NumberOf).Distinct());
    }

    [Fact]
    public async Task Pdf_ScannedAlone_WaitsForThePrograms()
    {
        var page = await TestPicture.OfAsync(TestPdf.OfText(["INFORME N° D000123-2023-MIMP-OGRH"]), "-jpeg");

        (await ReadAsync(TestPdf.OfPictures(page))).Trouble().ShouldBe(ReadTrouble.ToolMissing);
    }

    [Fact]
    public async Task Pdf_Damaged_IsMalformed() =>
        (await ReadAsync("%PDF-1.7\nnada"u8.ToArray())).Trouble().ShouldBe(ReadTrouble.Malformed);

    [Fact]
    public void Examine_FileReadByIt_SaysWithWhat()
    {
        var document = new ClaimBuilder().Document("informe.pdf", Read.Lines("INFORME")) with
        {
            Reader = PdfPigParser.ReaderId,
        };

        new ClaimBuilder()
            .File("informe.pdf", EvidenceState.Read, [document])
            .ShouldRaise("evidence-partly-read")
            .Arguments[1]
            .ShouldContain("PdfPig");
    }

    private static string NumberOf(DocumentReference reference) => $"{reference.Document}";

    private static async Task<DocumentReading> ReadAsync(byte[] content)
    {
        var readers = DocumentReaders.All(Options, PlanBuilder.Lima, TimeProvider.System, hasPoppler: false);
        var path = Path.Combine(Directory.CreateTempSubdirectory("avance-test-").FullName, "document");
        try
        {
            await File.WriteAllBytesAsync(path, content, TestContext.Current.CancellationToken);
            return await new DocumentReader(readers, Options, TimeProvider.System).ReadAsync(
                path,
                "a.pdf",
                TestContext.Current.CancellationToken
            );
        }
        finally
        {
            Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);
        }
    }
}
