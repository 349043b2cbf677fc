using System.Text;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;
using Avance.Samples.Evidence.Formats;

namespace Avance.Functions.Tests.Documents.Reading;

public sealed class FormatSnifferTests
{
    public static TheoryData<EvidenceFormat, string> Texts =>
        new()
        {
            { EvidenceFormat.Html, "<!-- x -->\n<!DOCTYPE html><html></html>" },
            { EvidenceFormat.Html, "<table><tr><td>1</td></tr></table>" },
            { EvidenceFormat.Eml, "Received: x\r\nFrom: a@b.pe\r\nSubject: c\r\n\r\nd" },
            { EvidenceFormat.Txt, "From: alguien\nTo: todos\n\nUn memo, dos comas, tres." },
            { EvidenceFormat.Csv, "a;b;c\n1;2;3\n4;5;6\n" },
            { EvidenceFormat.Txt, "Uno, dos\ny tres, cuatro\npor cinco, seis\n" },
        };

    public static TheoryData<ReadTrouble, byte[]> Refused =>
        new()
        {
            { ReadTrouble.TypeNotAllowed, "MZ\0\0"u8.ToArray() },
            { ReadTrouble.TypeNotAllowed, "Rar!\u001a\u0007"u8.ToArray() },
            { ReadTrouble.TypeNotAllowed, "<?xml version='1.0'?><a/>"u8.ToArray() },
            { ReadTrouble.TypeNotAllowed, [1, 2, 3, 4, 5, 0, 7] },
            { ReadTrouble.TypeNotAllowed, Compound("WordDocument") },
            { ReadTrouble.Encrypted, Compound("EncryptedPackage") },
            { ReadTrouble.MacrosNotAllowed, TestOffice.AddIn() },
            { ReadTrouble.Empty, "  \r\n"u8.ToArray() },
        };

    [Theory]
    [MemberData(nameof(Texts))]
    public void Sniff_Text_IsToldByItsContent(EvidenceFormat expected, string text) =>
        FormatSniffer.Sniff(new MemoryStream(Encoding.UTF8.GetBytes(text)), "archivo").ShouldBe(expected);

    [Theory]
    [InlineData("lista.csv", EvidenceFormat.Csv)]
    [InlineData("lista.txt", EvidenceFormat.Txt)]
    public void Sniff_TextThatMayBeEither_IsWhatItsNameSays(string name, EvidenceFormat expected) =>
        FormatSniffer.Sniff(new MemoryStream("Ana\nEva\n"u8.ToArray()), name).ShouldBe(expected);

    [Theory]
    [MemberData(nameof(Refused))]
    public void Sniff_WhatIsNotAllowed_IsRefused(ReadTrouble expected, byte[] content) =>
        Should
            .Throw<UnreadableException>(() => FormatSniffer.Sniff(new MemoryStream(content), "a.pdf"))
            .Trouble.ShouldBe(expected);

    [Fact]
    public void Sniff_Packages_AreToldApart()
    {
        Of(TestOffice.Docx("")).ShouldBe(EvidenceFormat.Docx);
        Of(TestOffice.Pptx("")).ShouldBe(EvidenceFormat.Pptx);
        Of(TestOffice.Odt("")).ShouldBe(EvidenceFormat.Odt);
        Of(TestOffice.Ods("")).ShouldBe(EvidenceFormat.Ods);
        Of(TestOffice.Odp("")).ShouldBe(EvidenceFormat.Odp);
        Of(TestOffice.WithMacros(TestOffice.Docx(""))).ShouldBe(EvidenceFormat.Docx);
        Of("{\\rtf1 x}"u8.ToArray()).ShouldBe(EvidenceFormat.Rtf);
        Of(TestZip.Of(("a.txt", "a"))).ShouldBe(EvidenceFormat.Zip);
        Of(TestMail.Msg("a", "b")).ShouldBe(EvidenceFormat.Msg);
        Of(XlsWriter.Of("a", ["b"])).ShouldBe(EvidenceFormat.Xls);
        Of([.. "basura\n"u8, .. TestPdf.OfText(["a"])]).ShouldBe(EvidenceFormat.Pdf);

        static EvidenceFormat Of(byte[] content) => FormatSniffer.Sniff(new MemoryStream(content), "archivo");
    }

    [Theory]
    [InlineData("informe.docx", true)]
    [InlineData("INFORME N° 12.2023", true)]
    [InlineData("informe", true)]
    [InlineData("informe.pdf", false)]
    [InlineData("informe.docx.exe", false)]
    [InlineData("informe.DOC", false)]
    [InlineData("informe.", true)]
    [InlineData("notas.md", true)]
    [InlineData("Informe final v2.MIMP", true)]
    public async Task Read_NameThatPromisesAnotherType_IsToldFromTheOutcome(string name, bool matches)
    {
        var reading = await ReadingDriver.ReadAsync(TestOffice.Docx(TestOffice.Paragraph("texto")), name);

        reading.NameMatches.ShouldBe(matches);
        reading.Format.ShouldBe(EvidenceFormat.Docx);
        reading.Read().Text.Blocks.ShouldHaveSingleItem();
        (reading.Reader, reading.ReaderVersion).ShouldBe(("docx", 4));
    }

    public static TheoryData<string, byte[], bool> Macros =>
        new()
        {
            { "acta.docm", TestOffice.WithMacros(TestOffice.Docx(TestOffice.Paragraph("texto"))), true },
            { "acta.docx", TestOffice.WithMacros(TestOffice.Docx(TestOffice.Paragraph("texto"))), true },
            { "acta.docm", TestOffice.Docx(TestOffice.Paragraph("texto")), false },
            {
                "con proyecto.xlsx",
                TestOffice.With(
                    new TestXlsx { Sheets = [TestXlsx.Texts(["texto"])] }.Build(),
                    ("xl/vbaProject.bin", [1])
                ),
                true
            },
            { "lista.xls", XlsWriter.Of("Hoja", ["texto"]), false },
            { "lista.xls", TestBiff.WithMacros(["texto"]), true },
            { "lista.rtf", TestRtf.Of(TestRtf.Paragraph("texto")), false },
        };

    [Theory]
    [MemberData(nameof(Macros))]
    public async Task Read_DocumentThatMayRunMacros_IsReadAndSaysSo(string name, byte[] content, bool has)
    {
        var reading = await ReadingDriver.ReadAsync(content, name);

        var text = reading.Read().Text;
        text.Lines().Concat(text.Rows().SelectMany(row => row)).ShouldBe(["texto"]);
        (reading.HasMacros, reading.NameMatches).ShouldBe((has, true));
        ExtractedDocument.Of(reading, "Informe").HasMacros.ShouldBe(has);
    }

    [Fact]
    public async Task Read_NoBytes_IsEmpty() =>
        (await ReadingDriver.TroubleAsync([], "a.pdf")).ShouldBe(ReadTrouble.Empty);

    [Fact]
    public async Task Read_MoreBytesThanAllowed_IsTooLarge() =>
        (
            await ReadingDriver.TroubleAsync(
                new byte[1024 * 1024 + 1],
                "a.pdf",
                new ReadingOptions { FileMegabytes = 1 }
            )
        ).ShouldBe(ReadTrouble.TooLarge);

    private static byte[] Compound(string stream)
    {
        var file = new CompoundFileWriter();
        file.AddStream(stream, [1]);
        return file.ToArray();
    }
}
