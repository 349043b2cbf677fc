using Avance.Functions.Documents.Facts.References;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Documents.Facts;

/// <summary>One document is the same however it is written, and another is another.</summary>
public sealed class DocumentSpellingTests
{
    private static readonly string[][] Kinds =
    [
        ["INFORME", "Informe", "Inf.", "INF"],
        ["INFORME TÉCNICO LEGAL", "Informe Técnico-Legal", "INF. TÉC. LEGAL"],
        ["MEMORANDO MÚLTIPLE", "Memo. Múlt.", "MEMORÁNDUM (M)", "Memorando Circular"],
        ["OFICIO MÚLTIPLE", "Of. Múlt.", "OF.MULT.", "Oficio Múltiple"],
        ["RESOLUCIÓN MINISTERIAL", "R.M", "R.M.", "RM", "RM.", "R. M.", "Res. Min."],
        ["RESOLUCIÓN DE SECRETARÍA GENERAL", "R.S.G.", "RSG", "R.SG.", "Resolución de la Secretaría General"],
        [
            "RESOLUCIÓN DE PRESIDENCIA DE CONSEJO DIRECTIVO",
            "Resolución de la Presidencia del Consejo Directivo",
            "R.P.C.D.",
        ],
        ["DECRETO SUPREMO", "D.S", "D.S.", "DS", "DS.", "Dec. Supremo"],
        ["ORDENANZA REGIONAL", "Ordenanza Regional", "ORD. REG."],
        ["CONTRATO", "Contrato"],
        ["HOJA DE ENVÍO", "Hoja de Envío", "H.E."],
        ["ACUERDO DE CONCEJO", "Acuerdo de Concejo Municipal"],
    ];

    private static readonly string[] Signs =
    [
        "N° ",
        "N°",
        "Nº ",
        "N.° ",
        "N.º ",
        "N ° ",
        "№ ",
        "Nro. ",
        "Nro ",
        "Núm. ",
        "N?* ",
    ];
    private static readonly string[] Hyphens =
    [
        "-",
        "\u2010",
        "\u2011",
        "\u2013",
        "\u2014",
        "\u2212",
        "/",
        "-\n",
        " -",
    ];
    private static readonly string[] Offices = ["MIMP", "CONADIS", "OGRH", "UGEL.05", "GR.JUNIN", "INPE", "CR", "SG"];

    [Fact]
    public void Match_AnotherSpelling_IsTheSameDocument() =>
        ShouldHold(document =>
        {
            var (plain, written) = (Read.Reference(document.Plain()), Read.Reference(document.Variant()));
            return plain.Document.Match(written.Document) == DocumentMatch.Same
                && plain.Normalised == written.Normalised;
        });

    [Fact]
    public void Normalised_ReadAgain_IsTheSameDocument() =>
        ShouldHold(document =>
        {
            var once = Read.Reference(document.Variant());
            var again = Read.Reference(once.Normalised);
            return again.Document == once.Document && again.Normalised == once.Normalised;
        });

    [Fact]
    public void Match_AnotherPart_IsAnotherDocument() =>
        ShouldHold(document =>
        {
            Citation[] others =
            [
                document with
                {
                    Kind = (document.Kind + 2) % Kinds.Length,
                },
                document with
                {
                    Number = document.Number + 1,
                },
                document with
                {
                    Year = document.Year + 1,
                },
                document with
                {
                    Figures = document.Figures + 1,
                },
                document with
                {
                    Offices = [.. document.Offices, "OTRA"],
                },
            ];
            var own = Read.Reference(document.Variant()).Document;
            return others.All(other => own.Match(Read.Reference(other.Variant()).Document) == DocumentMatch.Different);
        });

    private static void ShouldHold(Func<Citation, bool> holds) =>
        Prop.ForAll(Documents().ToArbitrary(), holds).Check(Config.QuickThrowOnFailure.WithMaxTest(200));

    private static Gen<Citation> Documents() =>
        from kind in Gen.Choose(0, Kinds.Length - 1)
        from spelling in Gen.Choose(0, 99)
        from sign in Gen.Elements(Signs)
        from number in Gen.Choose(1, 9_999)
        from year in Gen.Choose(2000, 2030)
        from hyphen in Gen.Elements(Hyphens)
        from offices in Gen.Elements(Offices).NonEmptyListOf()
        from figures in Gen.Choose(1, 30)
        select new Citation(kind, spelling, sign, number, year, hyphen, offices.Take(4).ToArray(), figures);

    private sealed record Citation(
        int Kind,
        int Spelling,
        string Sign,
        int Number,
        int Year,
        string Hyphen,
        string[] Offices,
        int Figures
    )
    {
        public string Plain() => Text(Kinds[Kind][0], "N° ", "-");

        public string Variant() => Text(Kinds[Kind][Spelling % Kinds[Kind].Length], Sign, Hyphen);

        private string Text(string kind, string sign, string hyphen) =>
            $"{kind} {sign}{Number:D6}{(hyphen == "/" ? "-" : hyphen)}{Year}{hyphen}{string.Join(hyphen, Offices)}/{Figures:D2}";
    }
}
