using System.Globalization;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>The identity of a document. The D before a number is left out, since the same report is cited with and without it.</summary>
/// <param name="Type">Its kind in full, as <c>INFORME TÉCNICO</c>; empty if it is unknown.</param>
/// <param name="Series">The series of numbers that the kind belongs to; empty if it is unknown.</param>
/// <param name="Number">Digits without leading zeros; empty for a document without a number.</param>
/// <param name="Year">The year of the series, or null if it is unknown.</param>
/// <param name="Offices">Letters of the body, the office and the author, in the order written.</param>
/// <param name="Date">The day of a mail, which has no number.</param>
public sealed record DocumentNumber(
    string Type,
    string Series,
    string Number,
    int? Year,
    ValueList<string> Offices,
    DateOnly? Date = null
)
{
    private string LastOffice => OfficeLetters.Comparable([Offices[^1]]).LastOrDefault("");

    private bool IsNational => Offices.Count == 0 && Type.Length > 0 && ReferenceTypes.IsNational(Type);

    /// <summary>
    /// A key shared by all references that may name the same document; safe as a table key. Null without a number, and without
    /// offices unless the document is national.
    /// </summary>
    public string? IndexKey =>
        Date is { } day && Offices.Count > 0
            ? string.Create(CultureInfo.InvariantCulture, $"{day:yyyyMMdd}-{LastOffice}")
        : Number.Length == 0 ? null
        : Offices.Count > 0 ? $"{Number}-{LastOffice}"
        : IsNational ? $"{Number}-{Series.Replace(' ', '.')}"
        : null;

    /// <summary>Symmetric; a document that has no <see cref="IndexKey"/> matches none, not even itself.</summary>
    public DocumentMatch Match(DocumentNumber other)
    {
        if (
            IndexKey is not { } key
            || key != other.IndexKey
            || Date != other.Date
            || AreBothKnown(Year, other.Year) && Year != other.Year
            || !IsSeriesLike(other)
        )
        {
            return DocumentMatch.Different;
        }

        var (offices, others) = (OfficeLetters.Comparable(Offices), OfficeLetters.Comparable(other.Offices));
        return !OfficeLetters.IsSuffix(offices, others) ? DocumentMatch.Different
            : Series == other.Series && Year == other.Year && offices.Count == others.Count ? DocumentMatch.Same
            : DocumentMatch.Probable;
    }

    /// <summary>True if it is the same series, or one that says less of it.</summary>
    private bool IsSeriesLike(DocumentNumber other) =>
        Series == other.Series
        || Series.Length == 0
        || other.Series.Length == 0
        || ReferenceTypes.IsMoreGeneral(Series, other.Series)
        || ReferenceTypes.IsMoreGeneral(other.Series, Series);

    private static bool AreBothKnown(int? left, int? right) => left is not null && right is not null;
}
