using Avance.Functions.Documents;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Findings.Rules;

public sealed class ReadingRulesTests
{
    private static readonly string[] Codes =
    [
        "evidence-unreadable",
        "evidence-encrypted",
        "evidence-empty",
        "evidence-type-not-allowed",
    ];

    [Theory]
    [MemberData(nameof(Troubles))]
    public void Examine_FileWithAnyTrouble_IsToldOnceAndNothingIsMissing(ReadTrouble trouble)
    {
        var claim = new ClaimBuilder().File("evidencia", trouble).Build();

        Codes.SelectMany(claim.Raised).ShouldHaveSingleItem().File.ShouldBe(ClaimBuilder.Id(1));
        claim.Raised("sex-list-missing").ShouldBeEmpty();
        claim.Raised("number-missing").ShouldBeEmpty();
        claim.Raised("evidence-partly-read").ShouldBeEmpty();
    }

    public static TheoryData<ReadTrouble> Troubles() => [.. Enum.GetValues<ReadTrouble>()];

    [Fact]
    public void Examine_FileThatWasGivenUp_IsUnreadable() =>
        new ClaimBuilder()
            .File("informe.pdf", EvidenceState.Unreadable, [])
            .ShouldRaise("evidence-unreadable")
            .Message("evidence-unreadable")
            .ShouldContain("tras varios intentos");

    [Fact]
    public void Examine_ElementsWithinElements_AreNotCalledAnArchive() =>
        new ClaimBuilder()
            .File("acta.docx", ReadTrouble.TooDeep)
            .ShouldRaise("evidence-unreadable")
            .Message("evidence-unreadable")
            .ShouldContain("elementos unos dentro de otros");

    [Fact]
    public void Examine_EncryptedDocumentInAZip_IsToldWithItsPath()
    {
        var claim = Zip(ClaimBuilder.Closed("lista.xlsx", ReadTrouble.Encrypted, inside: true));

        claim.ShouldRaise("evidence-encrypted").Where!.Path.ShouldBe(["lista.xlsx"]);
        claim.ShouldNotRaise("evidence-partly-read");
    }

    [Fact]
    public void Examine_LaterPagesNotRead_IsPartlyRead() =>
        new ClaimBuilder()
            .File(
                "escaneo.pdf",
                EvidenceState.Read,
                [
                    new ClaimBuilder().Document("escaneo.pdf", Read.Scan("INFORME")),
                    ClaimBuilder.Closed("escaneo.pdf", ReadTrouble.TookTooLong),
                ]
            )
            .ShouldRaise("evidence-partly-read");

    [Fact]
    public void Examine_PagesNotRecognised_IsPartlyRead()
    {
        var document = new ClaimBuilder().Document("escaneo.pdf", Read.Scan("INFORME"));

        new ClaimBuilder()
            .File("escaneo.pdf", EvidenceState.Read, [document with { Unread = 2 }, document with { Unread = 1 }])
            .ShouldRaise("evidence-partly-read")
            .Subject.ShouldBe("pages=3");
    }

    [Fact]
    public void Examine_OnePageUnread_IsPartlyRead()
    {
        var document = new ClaimBuilder().Document("escaneo.pdf", Read.Scan("INFORME")) with { Unread = 1 };

        new ClaimBuilder()
            .File("escaneo.pdf", EvidenceState.Read, [document])
            .ShouldRaise("evidence-partly-read")
            .Subject.ShouldBe("pages=1");
    }

    [Fact]
    public void Examine_MoreFactsThanAreKept_IsPartlyRead()
    {
        var document = new ClaimBuilder().Document("fechas.xlsx", Read.Lines("informe"));

        new ClaimBuilder()
            .File(
                "fechas.xlsx",
                EvidenceState.Read,
                [document with { Facts = document.Facts! with { IsTruncated = true } }]
            )
            .ShouldRaise("evidence-partly-read")
            .Subject.ShouldBe("truncated");
    }

    [Fact]
    public void Examine_ManyDocumentsNotRead_NamesThree() =>
        Zip([
                .. Enumerable
                    .Range(1, 5)
                    .Select(number => ClaimBuilder.Closed($"{number}.pdf", ReadTrouble.Malformed, inside: true)),
            ])
            .ShouldRaise("evidence-partly-read")
            .Arguments[1]
            .ShouldContain("5 («1.pdf», «2.pdf», «3.pdf» y 2 más)");

    [Theory]
    [InlineData("logo.gif", ReadTrouble.TypeNotAllowed, false)]
    [InlineData("anexo.pdf", ReadTrouble.Empty, false)]
    [InlineData("video.mp4", ReadTrouble.TypeNotAllowed, true)]
    [InlineData("lista.rar", ReadTrouble.TypeNotAllowed, true)]
    public void Examine_DressOfAMail_HidesNothing(string name, ReadTrouble trouble, bool expected)
    {
        var claim = Zip(ClaimBuilder.Closed(name, trouble, inside: true)).Build();

        (claim.Raised("evidence-partly-read").Count == 1).ShouldBe(expected);
        claim.Raised("sex-list-missing").ShouldHaveSingleItem();
    }

    private static ClaimBuilder Zip(params ExtractedDocument[] inside) =>
        new ClaimBuilder().File(
            "evidencias.zip",
            EvidenceState.Read,
            [new ClaimBuilder().Document("evidencias.zip", Read.Lines(""), EvidenceFormat.Zip), .. inside]
        );
}
