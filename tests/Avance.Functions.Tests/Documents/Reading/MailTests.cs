using System.Text;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Tests.Documents.Reading.Builders;

namespace Avance.Functions.Tests.Documents.Reading;

/// <summary>Mails, as they are sent and as Outlook saves them, with what is attached to them.</summary>
public sealed class MailTests
{
    private static readonly byte[] Note = TestOffice.Docx(TestOffice.Paragraph("Acta de la sesión"));

    [Fact]
    public async Task Eml_HeadersTextAndAttachment_AreRead()
    {
        var reading = await ReadingDriver.ReadAsync(
            TestMail.Eml("Campaña de género = 12 %\nSaludos", ("Acta nº 1.docx", Note)),
            "a.eml"
        );

        reading
            .Text()
            .Lines()
            .ShouldBe([
                "De: María <maria@mimp.gob.pe>",
                "Para: csig@mimp.gob.pe",
                "Fecha: Mon, 19 Jun 2023 09:00:00 -0500",
                "Asunto: Difusión de la campaña",
                "Campaña de género = 12 %\nSaludos",
            ]);
        var attachment = reading.Read().Contained.ShouldHaveSingleItem();
        attachment.Path.ShouldBe(["Acta nº 1.docx"]);
        attachment.NameMatches.ShouldBeTrue();
        attachment.Text().Blocks[0].Where.ShouldBe(new ReadLocation(["Acta nº 1.docx"], Paragraph: 1));
        reading.All().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Eml_OnlyAWebPage_IsReadAsADocumentOfItsOwn()
    {
        var mail =
            "From: a@b.pe\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n<html><p>Solo página</p></html>";

        var reading = await ReadingDriver.ReadAsync(Encoding.UTF8.GetBytes(mail), "a.eml");

        reading.Read().Contained.ShouldHaveSingleItem().Text().Lines().ShouldBe(["Solo página"]);
    }

    [Theory]
    [InlineData("<p>Solo página</p>")]
    [InlineData("Solo página<br>")]
    public async Task Eml_BodyThatBeginsAsNoPage_IsReadAsWhatItsTypeSays(string body)
    {
        var mail = $"From: a@b.pe\nSubject: x\nMIME-Version: 1.0\nContent-Type: text/html; charset=utf-8\n\n{body}";

        var reading = await ReadingDriver.ReadAsync(Encoding.UTF8.GetBytes(mail), "a.eml");

        var page = reading.Read().Contained.ShouldHaveSingleItem();
        (page.Format, page.NameMatches).ShouldBe((EvidenceFormat.Html, true));
        page.Text().Lines().ShouldBe(["Solo página"]);
    }

    [Fact]
    public async Task Eml_MailInAMail_IsReadWithItsPath()
    {
        var inner = TestMail.Eml("Por dentro", ("nota.txt", "apunte"u8.ToArray()));
        var mail = "From: a@b.pe\nDate: x\nMessage-ID: <1>\nContent-Type: message/rfc822\n\n";

        var reading = await ReadingDriver.ReadAsync([.. Encoding.ASCII.GetBytes(mail), .. inner], "a.eml");

        var note = reading.All().Last();
        note.Path.ShouldBe(["mensaje.eml", "nota.txt"]);
        note.Text().Lines().ShouldBe(["apunte"]);
    }

    [Fact]
    public async Task Eml_OneBadAttachment_LeavesTheOthers()
    {
        var reading = await ReadingDriver.ReadAsync(
            TestMail.Eml("texto", ("malo.pdf", [1, 2, 3, 0]), ("bueno.docx", Note)),
            "a.eml"
        );

        var attachments = reading.Read().Contained;
        attachments[0].Trouble().ShouldBe(ReadTrouble.TypeNotAllowed);
        attachments[1].Text().Lines().ShouldBe(["Acta de la sesión"]);
    }

    [Fact]
    public async Task Eml_PartsInParts_AreTooDeep()
    {
        var mail = new StringBuilder("From: a@b.pe\nMIME-Version: 1.0\n");
        for (var i = 0; i < 30; i++)
        {
            mail.Append($"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        }

        (await ReadingDriver.TroubleAsync(Encoding.ASCII.GetBytes(mail.ToString()), "a.eml")).ShouldBe(
            ReadTrouble.TooDeep
        );
    }

    [Fact]
    public async Task Eml_MorePartsThanAllowed_AreTooMany()
    {
        var parts = string.Concat(Enumerable.Repeat("--b\n\nx\n", 30));
        var mail = $"From: a@b.pe\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n{parts}";

        (
            await ReadingDriver.TroubleAsync(
                Encoding.ASCII.GetBytes(mail),
                "a.eml",
                new ReadingOptions { Entries = 20 }
            )
        ).ShouldBe(ReadTrouble.TooManyEntries);
    }

    [Fact]
    public async Task Eml_Encrypted_IsSaid() =>
        (
            await ReadingDriver.TroubleAsync(
                "From: a@b.pe\nMIME-Version: 1.0\nContent-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB"u8.ToArray(),
                "a.eml"
            )
        ).ShouldBe(ReadTrouble.Encrypted);

    [Fact]
    public async Task Msg_HeadersTextAndAttachment_AreRead()
    {
        var large = TestZip.Of(
            ("a.txt", new string('a', 300)),
            ("b.txt", Convert.ToBase64String(Enumerable.Range(0, 9_000).Select(i => (byte)(i * i >> 3)).ToArray()))
        );
        var reading = await ReadingDriver.ReadAsync(
            TestMail.Msg("Campaña", "Estimados:\r\n\r\nVa el acta.", ("acta.docx", Note), ("todo.zip", large)),
            "a.msg"
        );

        reading
            .Text()
            .Lines()
            .ShouldBe([
                "De: María Pérez",
                "Para: Comité de Igualdad",
                "Fecha: Mon, 19 Jun 2023 20:30:00 -05:00",
                "Asunto: Campaña",
                "Estimados:",
                "Va el acta.",
            ]);
        reading
            .All()
            .Select(document => string.Join(" > ", document.Path))
            .ShouldBe(["", "acta.docx", "todo.zip", "todo.zip > a.txt", "todo.zip > b.txt"]);
        reading.All().ShouldAllBe(document => document.Outcome is ReadOutcome.Read);
    }

    [Fact]
    public async Task Msg_MailInAMail_IsReadWithItsPath()
    {
        var reading = await ReadingDriver.ReadAsync(TestMail.MsgInMsg("Se convoca"), "a.msg");

        var inner = reading.Read().Contained.ShouldHaveSingleItem();
        inner.Text().Lines().ShouldContain("Se convoca");
        inner.Text().Blocks[0].Where.Path.ShouldBe(["Convocatoria"]);
        inner.Read().Contained.ShouldHaveSingleItem().Path.ShouldBe(["Convocatoria", "nota.txt"]);
    }

    [Fact]
    public async Task Msg_CutOff_IsMalformed()
    {
        var mail = TestMail.Msg("a", "b", ("c.txt", new byte[10_000]));

        (await ReadingDriver.TroubleAsync(mail[..700], "a.msg")).ShouldBe(ReadTrouble.Malformed);
    }
}
