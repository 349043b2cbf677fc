namespace Avance.Functions.Documents.Facts.Attendances;

/// <summary>Counts the rows of a list whose number of identity stands in a row above.</summary>
/// <param name="names">The headers of the list's columns.</param>
internal sealed class RepeatedPeople(IReadOnlyList<string> names)
{
    private readonly int? column = names
        .Index()
        .Where(name => PeopleHeaders.IsDocument(name.Item))
        .Select(name => (int?)name.Index)
        .FirstOrDefault();

    private readonly HashSet<string> documents = new(StringComparer.Ordinal);

    public long Count { get; private set; }

    public void Add(TableRow row)
    {
        if (column is { } place && IdentityNumber.Of(row.Cell(place)) is { } number && !documents.Add(number))
        {
            Count++;
        }
    }
}
