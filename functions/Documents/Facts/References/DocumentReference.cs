using System.Globalization;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>A reference to a document in a text.</summary>
/// <param name="Document">The document's identity.</param>
/// <param name="HasPrefix">True if a D stands before the number.</param>
/// <param name="Raw">The text as it is written, on one line.</param>
/// <param name="Where">Where it begins.</param>
/// <param name="Doubts">See <see cref="DoubtCode"/>.</param>
public sealed record DocumentReference(
    DocumentNumber Document,
    bool HasPrefix,
    string Raw,
    ReadLocation Where,
    ValueList<string> Doubts
)
{
    /// <summary>True if it opens a line above the addressee and subject, and no sentence goes on after it.</summary>
    public bool IsTitle { get; init; }

    /// <summary>True if a label, a preposition, or the addressee and subject stand before it: it names another document.</summary>
    public bool IsCited { get; init; }

    /// <summary>
    /// The reference in one spelling: <c>INFORME N° 000149-2023-CONADIS-URH</c>, with six digits for letters and three
    /// for norms and what else has numbers of its own, without D. Read again it gives the same document.
    /// </summary>
    public string Normalised =>
        Document switch
        {
            { Date: { } day } => string.Create(CultureInfo.InvariantCulture, $"CORREO {Offices} del {day:yyyy-MM-dd}"),
            { Series: "CORREO" } => $"CORREO {Offices}",
            { Number: "" } => $"{Document.Type} S/N",
            { Type: "" } => Number,
            _ => $"{Document.Type} N° {Number}",
        };

    private string Offices => string.Join('-', Document.Offices);

    private string Number
    {
        get
        {
            var digits = ReferenceTypes.HasShortNumbers(Document.Type) ? 3 : 6;
            var year = Document.Year?.ToString("D4", CultureInfo.InvariantCulture);
            var parts = Document.Offices.Prepend(year).Prepend(Document.Number.PadLeft(digits, '0'));
            return string.Join('-', parts.OfType<string>());
        }
    }
}
