using System.Text;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Plain text, lists and web pages, in the encodings that people send.</summary>
public sealed class TextTests
{
    private const string Words = "Año;Órgano;Niñas\n2023;Comité;Señal\n2024;Unión;Ágil\n";

    public static TheoryData<string> Encodings =>
        ["utf-8", "utf-8 with mark", "utf-16", "utf-16 without mark", "utf-16be", "windows-1252"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Csv_InAnyEncoding_IsRead(string encoding)
    {
        var text = await ReadingDriver.TextAsync(Encode(encoding, Words), "a.csv");

        text.Rows()
            .ShouldBe([
                ["Año", "Órgano", "Niñas"],
                ["2023", "Comité", "Señal"],
                ["2024", "Unión", "Ágil"],
            ]);
        text.Tables[0].Rows[2].Where.ShouldBe(new ReadLocation([], Cell: "A3"));
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Txt_InAnyEncoding_IsRead(string encoding)
    {
        var text = await ReadingDriver.TextAsync(Encode(encoding, "Reunión del Comité\nde mañana\n\nFin"), "a.txt");

        text.Lines().ShouldBe(["Reunión del Comité\nde mañana", "Fin"]);
        text.Blocks[1].Where.Paragraph.ShouldBe(2);
    }

    [Theory]
    [InlineData(10, 2_000)]
    [InlineData(200_000, 0)]
    public async Task Txt_MoreOfATableThanAllowed_IsReadWithoutIt(int rows, int thousandCells)
    {
        var table = string.Concat(Enumerable.Range(0, 20).Select(i => $"Ana {i}   F\n"));
        var limits = new ReadingOptions { Rows = rows, ThousandCells = thousandCells };

        var text = await ReadingDriver.TextAsync(Encoding.UTF8.GetBytes($"Uno\n\n{table}\nDos"), "a.txt", limits);

        text.Tables.ShouldBeEmpty();
        text.Blocks.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Csv_QuotesSeparatorLineAndBlankRows_AreUnderstood()
    {
        var csv = "sep=;\r\n\"a;b\";\"di \"\"sí\"\"\"\r\n;;\r\n\"dos\r\nlíneas\";5\" de ancho";

        (await ReadingDriver.TextAsync(Encoding.UTF8.GetBytes(csv), "a.csv"))
            .Rows()
            .ShouldBe([
                ["a;b", "di \"sí\""],
                ["dos\nlíneas", "5\" de ancho"],
            ]);
    }

    [Fact]
    public async Task Csv_TenThousandColumns_AreTooMany()
    {
        var row = string.Join(',', Enumerable.Range(0, 10_000));

        (await ReadingDriver.TroubleAsync(Encoding.ASCII.GetBytes($"{row}\n{row}\n"), "a.csv")).ShouldBe(
            ReadTrouble.TooManyCells
        );
    }

    [Fact]
    public async Task Csv_MoreRowsThanAllowed_AreTooMany() =>
        (
            await ReadingDriver.TroubleAsync(
                Encoding.ASCII.GetBytes("a,b\n1,2\n3,4\n"),
                "a.csv",
                new ReadingOptions { Rows = 2 }
            )
        ).ShouldBe(ReadTrouble.TooManyCells);

    [Fact]
    public async Task Csv_QuoteThatNeverCloses_Ends() =>
        (
            await ReadingDriver.TroubleAsync(Encoding.ASCII.GetBytes("a,\"" + new string('x', 2_000_000)), "a.csv")
        ).ShouldBe(ReadTrouble.Malformed);

    [Fact]
    public async Task Txt_TableOfBlanks_IsATableBesides()
    {
        var text = await ReadingDriver.TextAsync(
            "Lista\n\nMujeres   Hombres   Total\n25        20        45\n\nFin"u8.ToArray(),
            "a.txt"
        );

        text.Rows()
            .ShouldBe([
                ["Mujeres", "Hombres", "Total"],
                ["25", "20", "45"],
            ]);
        text.Blocks.Count.ShouldBe(3);
    }

    [Fact]
    public async Task Txt_OneEndlessLine_IsReadInPieces()
    {
        var text = await ReadingDriver.TextAsync(Encoding.ASCII.GetBytes(new string('x', 100_000)), "a.txt");

        text.Lines().Sum(line => line.Length).ShouldBe(100_000);
    }

    [Fact]
    public async Task Html_TextAndTables_AreReadWithoutScripts()
    {
        var html = """
            <html><head><title>No</title><style>p{}</style></head><body><p>Informaci&oacute;n   de
            la <b>campa&#241;a</b></p><script>var x = 1;</script><div>Uno<br>dos</div>
            <table><tr><td><table><tr><th>Sexo</th><th colspan=2>N</th></tr><tr><td>F</td><td>25</td><td>x</table></td></tr></table>
            <img src="http://127.0.0.1:9/x.png"></body></html>
            """;

        var text = await ReadingDriver.TextAsync(Encoding.UTF8.GetBytes(html), "a.html");

        text.Lines().ShouldBe(["Información de la campaña", "Uno\ndos"]);
        text.Rows()
            .ShouldBe([
                ["Sexo", "N"],
                ["F", "25", "x"],
            ]);
    }

    [Fact]
    public async Task Html_TwoHundredThousandElementsDeep_EndsInTime()
    {
        var html = "<html><body>" + string.Concat(Enumerable.Repeat("<div>", 200_000));

        (await ReadingDriver.TroubleAsync(Encoding.ASCII.GetBytes(html), "a.html")).ShouldBe(ReadTrouble.TooDeep);
    }

    [Fact]
    public async Task Html_TooLarge_IsSaid() =>
        (
            await ReadingDriver.TroubleAsync(
                Encoding.ASCII.GetBytes("<html>" + new string('x', 1024 * 1024)),
                "a.html",
                new ReadingOptions { HtmlMegabytes = 1 }
            )
        ).ShouldBe(ReadTrouble.TooLarge);

    private static byte[] Encode(string name, string text) =>
        name switch
        {
            "utf-8" => Encoding.UTF8.GetBytes(text),
            "utf-8 with mark" => [.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)],
            // One as Excel writes it, with its mark; two without.
            "utf-16" => [.. Encoding.Unicode.Preamble, .. Encoding.Unicode.GetBytes(text)],
            "utf-16 without mark" => Encoding.Unicode.GetBytes(text),
            "utf-16be" => Encoding.BigEndianUnicode.GetBytes(text),
            _ => CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text),
        };
}
