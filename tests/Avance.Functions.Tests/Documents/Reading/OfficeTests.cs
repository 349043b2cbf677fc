using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Word, PowerPoint and OpenDocument: text and tables with their places, and what is wrong with some.</summary>
public sealed class OfficeTests
{
    [Fact]
    public async Task Docx_TextAndTable_HaveTheirPlaces()
    {
        var body =
            TestOffice.Paragraph("Se capacitó a 45 personas")
            + TestOffice.Table(["Mujeres", "Hombres"], ["25", "20"])
            + TestOffice.Paragraph("Atentamente");

        var text = await TextAsync(
            TestOffice.Docx(body, TestOffice.Paragraph("INFORME N° D000123-2023-MIMP-OGRH")),
            "a.docx"
        );

        text.Lines().ShouldBe(["INFORME N° D000123-2023-MIMP-OGRH", "Se capacitó a 45 personas", "Atentamente"]);
        text.Rows()
            .ShouldBe([
                ["Mujeres", "Hombres"],
                ["25", "20"],
            ]);
        text.Blocks[1].Where.ShouldBe(new ReadLocation([], Paragraph: 2));
        text.Tables[0].Rows[1].Where.ShouldBe(new ReadLocation([], Paragraph: 5));
        text.UsedOcr.ShouldBeFalse();
    }

    [Fact]
    public async Task Docx_DeletedTextFieldsAndFallbacks_AreLeftOut()
    {
        var text = await TextAsync(
            TestOffice.Docx(
                """
                <w:p><w:pPr><w:tabs><w:tab/></w:tabs></w:pPr><w:r><w:t>Quedan</w:t><w:tab/><w:t>tres</w:t></w:r>
                <w:del><w:r><w:delText>cuatro</w:delText></w:r></w:del><w:r><w:instrText>PAGE</w:instrText></w:r>
                <w:r><w:Fallback><w:t>repetido</w:t></w:Fallback><w:noBreakHyphen/><w:t>cosas</w:t></w:r></w:p>
                """
            ),
            "a.docx"
        );

        text.Lines().ShouldBe(["Quedan tres-cosas"]);
    }

    [Fact]
    public async Task Docx_SpannedCells_KeepTheColumns()
    {
        var body =
            "<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr><w:p><w:r><w:t>Sexo</w:t></w:r></w:p></w:tc>"
            + "<w:tc><w:p><w:r><w:t>Total</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
            + TestOffice.Paragraph("Fin");

        (await TextAsync(TestOffice.Docx(body), "a.docx"))
            .Rows()
            .ShouldBe([
                ["Sexo", "", "Total"],
            ]);
    }

    [Fact]
    public async Task Docx_FrameAroundText_IsText()
    {
        var text = await TextAsync(TestOffice.Docx(TestOffice.Table(["Solo texto"], ["más texto"])), "a.docx");

        text.Lines().ShouldBe(["Solo texto", "más texto"]);
        text.Tables.ShouldBeEmpty();
    }

    [Fact]
    public async Task Pptx_Slides_ArePagesInTheOrderOfShowing()
    {
        const string table =
            "<a:tbl><a:tr><a:tc><a:p><a:r><a:t>F</a:t></a:r></a:p></a:tc><a:tc><a:p><a:r><a:t>12</a:t></a:r></a:p></a:tc></a:tr></a:tbl>";
        var text = await TextAsync(TestOffice.Pptx("<a:p><a:r><a:t>Uno</a:t></a:r></a:p>", table), "a.pptx");

        text.Lines().ShouldBe(["Uno"]);
        text.Blocks[0].Where.Page.ShouldBe(1);
        text.Rows()
            .ShouldBe([
                ["F", "12"],
            ]);
        text.Tables[0].Where.Page.ShouldBe(2);
        text.Pages.ShouldBe(2);
    }

    [Fact]
    public async Task Pptx_TooManySlides_IsSaid() =>
        (
            await ReadingDriver.TroubleAsync(
                TestOffice.Pptx("<a/>", "<b/>"),
                "a.pptx",
                new ReadingOptions { Pages = 1 }
            )
        ).ShouldBe(ReadTrouble.TooManyPages);

    [Fact]
    public async Task Odt_TextHeaderAndTable_AreRead()
    {
        var body = """
            <text:tracked-changes><text:p>borrado</text:p></text:tracked-changes>
            <text:h>Acta</text:h><text:p>Con<text:s text:c="2"/>blancos</text:p>
            <table:table><table:table-row><table:table-cell><text:p>M</text:p></table:table-cell>
            <table:table-cell><text:p>7</text:p></table:table-cell></table:table-row></table:table>
            """;
        var headers = "<style:master-page><style:header><text:p>MIMP</text:p></style:header></style:master-page>";

        var text = await TextAsync(TestOffice.Odt(body, headers), "a.odt");

        text.Lines().ShouldBe(["MIMP", "Acta", "Con  blancos"]);
        text.Rows()
            .ShouldBe([
                ["M", "7"],
            ]);
    }

    [Fact]
    public async Task Ods_RepeatedCells_AreRepeatedOnlyWithContent()
    {
        var text = await TextAsync(
            TestOffice.Ods(
                """
                <table:table table:name="Lista"><table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>
                <table:table-row table:number-rows-repeated="2"><table:table-cell table:number-columns-repeated="2"/>
                <table:table-cell><text:p>F</text:p></table:table-cell><table:table-cell table:number-columns-repeated="16381"/></table:table-row>
                <table:table-row table:number-rows-repeated="1048571"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>
                </table:table>
                """
            ),
            "a.ods"
        );

        text.Rows()
            .ShouldBe([
                ["", "", "F"],
                ["", "", "F"],
            ]);
        text.Tables[0].Rows[1].Where.ShouldBe(new ReadLocation([], Sheet: "Lista", Cell: "A5"));
    }

    [Theory]
    [InlineData("table:number-columns-repeated=\"501\"", "")]
    [InlineData("", "table:number-rows-repeated=\"1048576\"")]
    public async Task Ods_MillionsOfCellsWithContent_AreTooMany(string columns, string rows) =>
        (
            await ReadingDriver.TroubleAsync(
                TestOffice.Ods(
                    $"<table:table><table:table-row {rows}><table:table-cell {columns}><text:p>x</text:p></table:table-cell></table:table-row></table:table>"
                ),
                "a.ods"
            )
        ).ShouldBe(ReadTrouble.TooManyCells);

    [Fact]
    public async Task OpenDocument_Encrypted_IsSaid() =>
        (await ReadingDriver.TroubleAsync(TestOffice.Odt("", manifest: "<encryption-data/>"), "a.odt")).ShouldBe(
            ReadTrouble.Encrypted
        );

    [Fact]
    public async Task Docx_ExternalEntity_IsNotFollowed()
    {
        const string dtd = "<!DOCTYPE d [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>";

        (
            await ReadingDriver.TroubleAsync(TestOffice.Docx(TestOffice.Paragraph("&e;"), before: dtd), "a.docx")
        ).ShouldBe(ReadTrouble.Malformed);
    }

    [Fact]
    public async Task Docx_ElementsInElements_AreTooDeep()
    {
        var deep = string.Concat(Enumerable.Repeat("<w:x>", 5_000));

        (await ReadingDriver.TroubleAsync(TestOffice.Docx(deep), "a.docx")).ShouldBe(ReadTrouble.TooDeep);
    }

    [Fact]
    public async Task Docx_PartThatUnpacksToHundredsOfMegabytes_IsTooLarge()
    {
        var document = $"<w:document xmlns:w=\"w\"><w:body>{new string(' ', 1_000)}";
        var bomb = TestOffice.Docx(document + new string('x', 5 * 1024 * 1024));

        (await ReadingDriver.TroubleAsync(bomb, "a.docx")).ShouldBe(ReadTrouble.TooLarge);
    }

    [Fact]
    public async Task Docx_MoreTextThanKept_IsTooLarge()
    {
        var body = string.Concat(Enumerable.Repeat(TestOffice.Paragraph(new string('x', 1_000)), 1_100));

        (
            await ReadingDriver.TroubleAsync(
                TestOffice.Docx(body),
                "a.docx",
                new ReadingOptions { MillionCharacters = 1 }
            )
        ).ShouldBe(ReadTrouble.TooLarge);
    }

    [Fact]
    public async Task Docx_WiderThanAllowed_HasTooManyCells()
    {
        var row = Enumerable.Repeat("x", 12).ToArray();

        (
            await ReadingDriver.TroubleAsync(
                TestOffice.Docx(TestOffice.Table(row, row)),
                "a.docx",
                new ReadingOptions { Columns = 10 }
            )
        ).ShouldBe(ReadTrouble.TooManyCells);
    }

    [Fact]
    public async Task Docx_CutOff_IsMalformed()
    {
        var whole = TestOffice.Docx(TestOffice.Paragraph("texto"));

        (await ReadingDriver.TroubleAsync(whole[..(whole.Length / 2)], "a.docx")).ShouldBe(ReadTrouble.Malformed);
    }

    [Fact]
    public async Task Docx_WithoutText_IsEmpty() =>
        (await ReadingDriver.TroubleAsync(TestOffice.Docx("<w:p/>"), "a.docx")).ShouldBe(ReadTrouble.Empty);

    private static Task<DocumentText> TextAsync(byte[] content, string name) => ReadingDriver.TextAsync(content, name);
}
