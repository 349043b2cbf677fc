using System.Text;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>The parts of a mail: how many, how deep, how long, and as whatever program wrote them.</summary>
public sealed class MailPartTests
{
    private const string Head = "From: a@b.pe\nSubject: x\nMIME-Version: 1.0\n";

    [Fact]
    public async Task Eml_MillionParts_AreTooMany()
    {
        var mail = $"{Head}Content-Type: multipart/mixed; boundary=b\n\n{Repeat("--b\n\n\n", 1_000_000)}";

        (await TroubleAsync(mail)).ShouldBe(ReadTrouble.TooManyEntries);
    }

    [Fact]
    public async Task Eml_PartsOfAllMailsWithinMails_CountTogether()
    {
        var inner = $"{Head}Content-Type: multipart/mixed; boundary=i\n\n{Repeat("--i\n\nx\n", 8)}--i--\n";
        var mail = Mixed(Repeat($"--b\nContent-Type: message/rfc822\n\n{inner}", 3));

        var reading = await ReadingDriver.ReadAsync(Bytes(mail), "a.eml", new ReadingOptions { Entries = 20 });

        // Three mails of eight parts each, of which the last goes beyond.
        reading
            .Read()
            .Contained.Select(document =>
                document.Outcome is ReadOutcome.Unreadable { Trouble: var trouble } ? $"{trouble}" : "Read"
            )
            .ShouldBe(["Read", "Read", nameof(ReadTrouble.TooManyEntries)]);
    }

    [Fact]
    public async Task Eml_MailInItThatIsTooDeep_LeavesTheOthers()
    {
        var deep = new StringBuilder(Head);
        for (var i = 0; i < 30; i++)
        {
            deep.Append($"Content-Type: multipart/mixed; boundary=d{i}\n\n--d{i}\n");
        }

        var mail = Mixed(
            $"--b\nContent-Type: message/rfc822\n\n{deep}\n--b\nContent-Type: text/plain; name=n.txt\n\nnota\n"
        );

        var contained = (await ReadingDriver.ReadAsync(Bytes(mail), "a.eml")).Read().Contained;

        contained.Count.ShouldBe(2);
        contained[0].Trouble().ShouldBe(ReadTrouble.TooDeep);
        contained[1].Text().Lines().ShouldBe(["nota"]);
    }

    [Fact]
    public async Task Eml_MailsInMailsWithoutEnd_AreReadAsDeepAsAllowed()
    {
        var mail = Head + Repeat("Content-Type: message/rfc822\n\nSubject: x\n", 100_000) + "\nfin";

        var innermost = (await ReadingDriver.ReadAsync(Bytes(mail), "a.eml")).All().Last();

        innermost.Path.Count.ShouldBe(2);
        innermost.Trouble().ShouldBe(ReadTrouble.TooDeep);
    }

    [Fact]
    public async Task Eml_HeadersOfMoreThanAMegabyte_AreMalformed() =>
        (await TroubleAsync($"{Head}{Repeat("X-Spam: Mucho, mucho texto que nadie lee\n", 30_000)}\ntexto")).ShouldBe(
            ReadTrouble.Malformed
        );

    [Fact]
    public async Task Eml_AttachmentBeyondWhatMayBeUnpacked_IsTooLarge()
    {
        var mail = TestMail.Eml("texto", ("a.txt", new byte[900_000]), ("b.txt", new byte[900_000]));

        var reading = await ReadingDriver.ReadAsync(mail, "a.eml", new ReadingOptions { UnpackedMegabytes = 1 });

        reading.Read().Contained[1].Trouble().ShouldBe(ReadTrouble.TooLarge);
        reading.Text().Lines().ShouldContain("texto");
    }

    [Fact]
    public async Task Eml_MoreTextThanKept_IsTooLarge() =>
        (
            await ReadingDriver.TroubleAsync(
                Bytes($"{Head}\n{Repeat("mucho texto\n\n", 100_000)}"),
                "a.eml",
                new ReadingOptions { MillionCharacters = 1 }
            )
        ).ShouldBe(ReadTrouble.TooLarge);

    [Theory]
    [InlineData("base64", "Q2FtcGHxYQ==")]
    [InlineData("BASE64 ", "Q2Ft\ncGHx\nYQ")]
    [InlineData("base64", "Q2FtcGHxYS4")]
    [InlineData("base64", "Q2FtcGHxYS4u")]
    [InlineData("quoted-printable", "Campa=\n=F1a")]
    [InlineData("8bit", "Campa\u00F1a")]
    [InlineData("x-unknown", "Campa\u00F1a")]
    public async Task Eml_TextInAnyEncoding_IsDecoded(string encoding, string body)
    {
        var mail =
            $"{Head}Content-Type: text/plain; charset=\"iso-8859-1\"\nContent-Transfer-Encoding: {encoding}\n\n{body}\n";

        (await LinesAsync(mail)).ShouldContain(line => line.Trim('.') == "Campaña");
    }

    [Fact]
    public async Task Eml_SignsOfWindowsCalledLatin_AreRead() =>
        (await LinesAsync($"{Head}Content-Type: text/plain; charset=iso-8859-1\n\n\u0093acta\u0094\n")).ShouldContain(
            "“acta”"
        );

    [Fact]
    public async Task Eml_HeadersThatAreNotAscii_AreRead() =>
        (await LinesAsync("From: a@b.pe\nSubject: Campa\u00F1a\nMIME-Version: 1.0\n\ntexto")).ShouldBe([
            "De: a@b.pe",
            "Asunto: Campaña",
            "texto",
        ]);

    [Fact]
    public async Task Eml_LineOfAMailbox_IsNoHeader() =>
        (await LinesAsync($"From a@b.pe Mon Jun 19 09:00:00 2023\n{Head}\ntexto\n")).ShouldBe([
            "De: a@b.pe",
            "Asunto: x",
            "texto",
        ]);

    [Fact]
    public async Task Eml_PartsWithoutABoundary_AreOneDocument()
    {
        var reading = await ReadingDriver.ReadAsync(
            Bytes($"{Head}Content-Type: multipart/mixed\n\nEl texto\n"),
            "a.eml"
        );

        reading.Read().Contained.ShouldHaveSingleItem().Text().Lines().ShouldBe(["El texto"]);
    }

    [Fact]
    public async Task Eml_CutOffInAPart_IsReadSoFar()
    {
        var mail = TestMail.Eml("El texto", ("a.txt", new byte[10_000]));

        (await LinesAsync(Encoding.Latin1.GetString(mail[..900]))).ShouldContain("El texto");
    }

    [Theory]
    [InlineData("Content-Type: text/plain; name=\"=?utf-8?B?TGlzdGEgZGUgbmnDsWFzLnR4dA==?=\"")]
    [InlineData(
        "Content-Type: text/plain\nContent-Disposition: attachment; filename*=iso-8859-1''Lista%20de%20ni%F1as.txt"
    )]
    [InlineData("Content-Type: text/plain\nContent-Disposition: inline; filename=\"Lista de ni\u00F1as.txt\"")]
    public async Task Eml_NameOfAnAttachment_IsDecoded(string headers)
    {
        var reading = await ReadingDriver.ReadAsync(Bytes(Mixed($"--b\n{headers}\n\nAna\n")), "a.eml");

        var list = reading.Read().Contained.ShouldHaveSingleItem();
        list.Name.ShouldBe("Lista de niñas.txt");
        list.Text().Lines().ShouldBe(["Ana"]);
    }

    private static string Mixed(string parts) => $"{Head}Content-Type: multipart/mixed; boundary=b\n\n{parts}--b--\n";

    private static string Repeat(string text, int times) => new StringBuilder().Insert(0, text, times).ToString();

    private static byte[] Bytes(string mail) => Encoding.Latin1.GetBytes(mail);

    private static async Task<string[]> LinesAsync(string mail) =>
        (await ReadingDriver.TextAsync(Bytes(mail), "a.eml")).Lines();

    private static Task<ReadTrouble> TroubleAsync(string mail) => ReadingDriver.TroubleAsync(Bytes(mail), "a.eml");
}
