using System.Text;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Documents in ZIPs: each with its own outcome, all within the same limits.</summary>
public sealed class ZipTests
{
    private const string Text = "Un texto";

    [Fact]
    public async Task Zip_Documents_AreReadOneByOneWithTheirPaths()
    {
        var reading = await ReadingDriver.ReadAsync(
            TestZip.Of(
                ("../../etc/acta.docx", TestOffice.Docx(TestOffice.Paragraph("Acta"))),
                ("__MACOSX/._acta.docx", "x"u8.ToArray()),
                ("actas/~$acta.docx", "x"u8.ToArray()),
                ("carpeta/", []),
                ("dentro.zip", TestZip.Of(("nota.txt", Text))),
                ("vacío.txt", [])
            ),
            "a.zip"
        );

        var documents = reading.All().ToArray();
        documents
            .Select(document => string.Join(" > ", document.Path))
            .ShouldBe(["", "etc/acta.docx", "dentro.zip", "dentro.zip > nota.txt", "vacío.txt"]);
        documents[1].Text().Blocks[0].Where.Path.ShouldBe(["etc/acta.docx"]);
        documents[3].Text().Lines().ShouldBe([Text]);
        documents[4].Trouble().ShouldBe(ReadTrouble.Empty);
    }

    [Fact]
    public async Task Zip_InAZipInAZip_IsTooDeep()
    {
        var three = TestZip.Of(("dos.zip", TestZip.Of(("tres.zip", TestZip.Of(("a.txt", Text))))));

        var reading = await ReadingDriver.ReadAsync(three, "uno.zip");

        reading.All().Last().Trouble().ShouldBe(ReadTrouble.TooDeep);
    }

    [Fact]
    public async Task Zip_Bomb_IsStoppedAndLeavesTheOthers()
    {
        var bomb = TestZip.Bomb("bomba.txt", 200L * 1024 * 1024);

        (await ReadingDriver.ReadAsync(bomb, "a.zip"))
            .Read()
            .Contained.ShouldHaveSingleItem()
            .Trouble()
            .ShouldBe(ReadTrouble.RatioTooHigh);
    }

    [Fact]
    public async Task Zip_MoreUnpackedThanAllowedInAll_RefusesTheRest()
    {
        var large = Encoding.ASCII.GetBytes(string.Join('\n', Enumerable.Range(0, 100_000)));
        var reading = await ReadingDriver.ReadAsync(
            TestZip.Of(("a.txt", large), ("b.txt", large), ("c.txt", large)),
            "a.zip",
            new ReadingOptions { UnpackedMegabytes = 1 }
        );

        reading
            .Read()
            .Contained.Select(document => document.Outcome is ReadOutcome.Unreadable { Trouble: ReadTrouble.TooLarge })
            .ShouldBe([false, true, true]);
    }

    [Fact]
    public async Task Zip_MoreEntriesThanAllowed_IsRefused()
    {
        var many = TestZip.Of([.. Enumerable.Range(0, 2_001).Select(i => ($"{i}.txt", Text))]);

        (await ReadingDriver.TroubleAsync(many, "a.zip")).ShouldBe(ReadTrouble.TooManyEntries);
    }

    [Fact]
    public async Task Zip_EntriesOfAllLevels_CountTogether()
    {
        var inner = TestZip.Of(("a.txt", Text), ("b.txt", Text), ("c.txt", Text));

        var reading = await ReadingDriver.ReadAsync(
            TestZip.Of(("1.zip", inner), ("2.zip", inner)),
            "a.zip",
            new ReadingOptions { Entries = 6 }
        );

        reading.Read().Contained[0].Outcome.ShouldBeOfType<ReadOutcome.Read>();
        reading.Read().Contained[1].Trouble().ShouldBe(ReadTrouble.TooManyEntries);
    }

    [Fact]
    public async Task Zip_EncryptedEntries_AreSaid() =>
        (await ReadingDriver.ReadAsync(TestZip.Encrypted(TestZip.Of(("a.txt", Text))), "a.zip"))
            .Read()
            .Contained.ShouldHaveSingleItem()
            .Trouble()
            .ShouldBe(ReadTrouble.Encrypted);

    [Fact]
    public async Task Zip_CutOff_IsMalformed()
    {
        var whole = TestZip.Of(("a.txt", Text));

        (await ReadingDriver.TroubleAsync(whole[..(whole.Length - 30)], "a.zip")).ShouldBe(ReadTrouble.Malformed);
    }

    [Fact]
    public async Task Zip_WithoutDocuments_IsEmpty() =>
        (await ReadingDriver.TroubleAsync(TestZip.Of(("carpeta/", Array.Empty<byte>())), "a.zip")).ShouldBe(
            ReadTrouble.Empty
        );

    [Fact]
    public async Task Zip_NamesOfWindows_AreDecoded()
    {
        // ó is 0xA2 in the code page of DOS, and no UTF-8.
        var zip = TestZip.Of(("Sesion.txt", Text));
        for (var i = 0; i < zip.Length - 6; i++)
        {
            if (zip.AsSpan(i).StartsWith("Sesion"u8))
            {
                zip[i + 4] = 0xA2;
            }
        }

        (await ReadingDriver.ReadAsync(zip, "a.zip")).Read().Contained[0].Name.ShouldBe("Sesión.txt");
    }
}
