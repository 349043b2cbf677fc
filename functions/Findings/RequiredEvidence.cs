using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Documents.Facts.Text;
using Avance.Functions.Plans;

namespace Avance.Functions.Findings;

/// <summary>The evidence that the plan's wording asks for.</summary>
/// <param name="Actions">
/// What may have been done: training, technical assistance, awareness, survey. Empty if the plan does not say.
/// </param>
/// <param name="Forms">The forms of which one must be there; empty if a report or any document will do.</param>
/// <param name="BySex">True if people must be source apart by sex.</param>
/// <param name="ListBySex">True if that must be a list.</param>
/// <param name="AsksForNumbered">True if a document that bears a number is asked for.</param>
internal sealed record RequiredEvidence(
    ValueList<DocumentKind> Actions,
    ValueList<DocumentKind> Forms,
    bool BySex,
    bool ListBySex,
    bool AsksForNumbered
)
{
    private static readonly DocumentKind[] AllActions =
    [
        DocumentKind.Training,
        DocumentKind.TechnicalAssistance,
        DocumentKind.Awareness,
        DocumentKind.Survey,
    ];

    // Offices number reports and memoranda; "documento" may be anything.
    private static readonly string[] AnyDocument = ["INFORME", "DOCUMENTO"];
    private static readonly string[] Numbered = [.. AnyDocument, "RESOLUCION", "R.M", "RM ", "DIRECTIVA", "ACTA "];
    private static readonly string[] Unnumbered = ["LISTA", "REGISTRO", "ASISTENCIA", "CORREO", "FOTOGRAF", "PLAN "];
    private static readonly string[] Lists = ["LISTA", "REGISTRO", "ASISTENCIA", "BASE DE DATOS", "RELACION"];

    public static RequiredEvidence Of(Activity activity)
    {
        var requirement = Fold(activity.EvidenceRequirement);
        var bySex = Has(requirement, ["DESAGREGAD"]) && Has(requirement, ["SEXO"]);
        var isOptional = Has(requirement, ["SEXO Y/O FOTO", "SEXO O FOTO"]);
        return new RequiredEvidence(
            ActionsOf(activity),
            Has(requirement, AnyDocument) ? [] : FormsOf(activity.EvidenceRequirement, requirement, bySex),
            bySex && !isOptional,
            bySex && !isOptional && Has(requirement, Lists),
            Has(requirement, Numbered) || !Has(requirement, Unnumbered)
        );
    }

    public static bool IsAction(DocumentKind kind) => AllActions.Contains(kind);

    /// <summary>
    /// If the unit of measure names an action, the evidence requirement adds none: a training whose guidelines are to
    /// be distributed too is not proved by the mail that distributes them.
    /// </summary>
    private static ValueList<DocumentKind> ActionsOf(Activity activity)
    {
        var source = KindsIn(activity.UnitOfMeasure).Any(IsAction)
            ? activity.UnitOfMeasure
            : activity.EvidenceRequirement;
        return KindsIn($"{source}. {activity.Title}.").Where(IsAction).Order().ToValueList();
    }

    private static ValueList<DocumentKind> FormsOf(string requirement, string folded, bool bySex) =>
        KindsIn(requirement)
            .Where(kind => !IsAction(kind) && !(kind == DocumentKind.AttendanceList && bySex))
            .Concat(Has(folded + " ", ["RM ", "R.M"]) ? [DocumentKind.Resolution] : [])
            .Distinct()
            .Order()
            .ToValueList();

    private static IEnumerable<DocumentKind> KindsIn(string text) =>
        KindExtractor.Extract([TextPiece.Of(text, new ReadLocation([]))]).Select(mention => mention.Kind);

    private static string Fold(string text) => ReadableText.Fold(ReadableText.Clean(text));

    private static bool Has(string folded, string[] words) =>
        Array.Exists(words, word => folded.Contains(word, StringComparison.Ordinal));
}
