namespace Avance.Functions.Persons;

/// <summary>What became of a person's data.</summary>
/// <param name="Pseudonym">What stands in their place.</param>
/// <param name="Replaced">Rows that were kept, by table.</param>
/// <param name="Removed">Rows and contacts that were removed, by table.</param>
/// <param name="Cancelled">Mails to them that were still to be sent.</param>
/// <param name="Kept">What still names them, and why.</param>
public sealed record ErasureReceipt(
    string Pseudonym,
    IReadOnlyDictionary<string, int> Replaced,
    IReadOnlyDictionary<string, int> Removed,
    int Cancelled,
    ValueList<KeptData> Kept
);
