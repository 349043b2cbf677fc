using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.References;
using Avance.Functions.Documents.Reading;
using Avance.Functions.Evidence;
using Avance.Functions.Findings;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Indicators;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using Avance.Functions.Tests.Documents.Facts;

namespace Avance.Functions.Tests.Findings;

/// <summary>A claim for each code of which that finding is raised: the examples of docs/findings.md.</summary>
internal static class FindingExamples
{
    private const string List = "Nombres|Sexo\nAna Quispe|F\nRosa Flores|F\nJuan Rojas|M";

    public static IReadOnlyDictionary<string, ClaimBuilder> All { get; } =
        new Dictionary<string, ClaimBuilder>
        {
            ["evidence-unreadable"] = Claim().File("informe.pdf", ReadTrouble.Malformed),
            ["evidence-encrypted"] = Claim().File("lista.xlsx", ReadTrouble.Encrypted),
            ["evidence-empty"] = Claim().File("informe.docx", ReadTrouble.Empty),
            ["evidence-type-not-allowed"] = Claim().File("acta.doc", ReadTrouble.TypeNotAllowed),
            ["evidence-type-mismatch"] = Claim()
                .File("lista.pdf", Read.Table(List), EvidenceFormat.Xlsx, nameMatches: false),
            ["evidence-macros"] = Claim()
                .File(
                    "lista.xlsm",
                    EvidenceState.Read,
                    [Claim().Document("lista.xlsm", Read.Table(List), EvidenceFormat.Xlsx) with { HasMacros = true }]
                ),
            ["evidence-partly-read"] = Claim()
                .File(
                    "evidencias.zip",
                    EvidenceState.Read,
                    [
                        Claim().Document("evidencias.zip", Read.Lines(""), EvidenceFormat.Zip),
                        ClaimBuilder.Closed("lista.pdf", ReadTrouble.Malformed, inside: true),
                    ]
                ),
            ["same-file"] = Claim().Coincides(Same(EvidenceMatchKind.SameFile)),
            ["same-file-twice"] = Claim()
                .File("lista.xlsx", Read.Table(List), EvidenceFormat.Xlsx, sha256: "1")
                .File("lista (1).xlsx", Read.Table(List), EvidenceFormat.Xlsx, sha256: "1"),
            ["same-number"] = Claim()
                .Coincides(
                    Same(EvidenceMatchKind.SameNumber) with
                    {
                        File = null,
                        Number = Read.Reference("INFORME N° D000149-2023-CONADIS-URH"),
                        OtherNumber = Read.Reference("INFORME N°000149-2023-URH"),
                        Match = DocumentMatch.Probable,
                    }
                ),
            ["near-duplicate"] = Claim().Coincides(Same(EvidenceMatchKind.NearDuplicate) with { Similarity = 0.968 }),
            ["same-text-other-number"] = Claim()
                .Coincides(
                    Same(EvidenceMatchKind.NearDuplicate) with
                    {
                        Number = Read.Reference("INFORME N° D000149-2023-CONADIS-URH"),
                        OtherNumber = Read.Reference("INFORME N° D000160-2023-CONADIS-URH"),
                        Similarity = 0.968,
                    }
                ),
            ["number-missing"] = Claim().Cites("INFORME S/N"),
            ["number-malformed"] = Claim().Cites("NFORME TÉCNICO N° D00360-CONADIS-URH"),
            ["number-prefix-missing"] = Claim().Cites("INFORME N° 000149-2023-CONADIS-URH"),
            ["number-other-year"] = Claim().Cites("INFORME N° D000155-2022-CONADIS-URH"),
            ["evidence-missing"] = Claim()
                .WithoutFiles()
                .Sent(sent => sent with { EvidenceLinks = ["https://www.gob.pe/conadis"] }),
            ["evidence-other-kind"] = Claim()
                .File(
                    "informe.pdf",
                    Read.Lines("INFORME N° D000149-2023-CONADIS-URH\nAsunto: Asistencia técnica en gestión\n")
                ),
            ["evidence-kind-missing"] = Claim()
                .Activity(unit: "Documento aprobado", requires: "Resolución de aprobación")
                .File("informe.pdf", Read.Lines("INFORME N° D000149-2023-CONADIS-URH\nSe presenta el proyecto.")),
            ["sex-list-missing"] = Claim()
                .File(
                    "informe.pdf",
                    Read.Lines("INFORME N° D000149-2023-CONADIS-URH\nSe capacitó a 2 mujeres y 1 hombre.")
                ),
            ["list-sex-unclear"] = Claim()
                .File(
                    "lista.xlsx",
                    Read.Table("N°|Nombres|Sexo\n1|Ana|Mujer\n2|Juan|Hombre\n3|Eva|"),
                    EvidenceFormat.Xlsx
                ),
            ["person-repeated"] = Claim()
                .File(
                    "lista.xlsx",
                    Read.Table(
                        "N°|Nombres|DNI|Sexo\n1|Ana|40000001|Mujer\n2|Juan|40000002|Hombre\n3|Ana|40000001|Mujer"
                    ),
                    EvidenceFormat.Xlsx
                ),
            ["sex-sum-differs"] = Claim()
                .Goal(100, 101)
                .File("informe.pdf", Read.Table("Mujeres|Hombres|Total\n79|22|103"), EvidenceFormat.Pdf),
            ["claim-differs"] = Claim().Goal(120, 180).File("lista.xlsx", People(100, 78), EvidenceFormat.Xlsx),
            ["list-differs"] = Claim()
                .Goal(120, 180)
                .File("informe.pdf", Read.Lines("Se capacitó a 180 servidores y servidoras en la capacitación."))
                .File("lista.xlsx", People(100, 78), EvidenceFormat.Xlsx),
            ["narrative-contradicts"] = Claim()
                .Sent(sent => sent with { Narrative = "Se capacitó a 25 servidoras y servidores." }),
            ["claim-without-number"] = Claim().Goal(120, null, outcome: Outcome.NotQuantified),
            ["evidence-not-claimed"] = Claim().Goal(120, 0).Sent(sent => sent with { Problems = "Hubo rotación." }),
            ["below-target-unexplained"] = Claim().Goal(120, 3),
            ["target-implausible"] = Claim()
                .Activity(unit: "%", requires: "Reporte de la fuente")
                .Indicator(IndicatorMethod.Ratio)
                .Goal(0.3m, 14.3m, GoalMeasure.Value),
            ["nothing-submitted"] = Claim().WithoutFiles().NothingSent(),
        };

    public static ClaimBuilder Claim() => new();

    /// <summary>A list of that many women and men.</summary>
    public static DocumentText People(int women, int men) =>
        Read.Table(
            "Nombres|Sexo\n"
                + string.Join(
                    '\n',
                    Enumerable.Range(0, women + men).Select(place => $"Persona de prueba|{(place < women ? 'F' : 'M')}")
                )
        );

    /// <summary>The first file of this claim, given for another claim as well.</summary>
    public static EvidenceMatch Same(EvidenceMatchKind kind) =>
        new(
            kind,
            ClaimBuilder.Id(1),
            [],
            null,
            ClaimBuilder.Elsewhere,
            ClaimBuilder.Id(100),
            "informe final.pdf",
            null,
            DocumentMatch.Same,
            1
        );
}
