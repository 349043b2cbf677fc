namespace Avance.Functions.Documents.Reading;

/// <summary>Ends the reading of one document with a known trouble.</summary>
public sealed class UnreadableException(ReadTrouble trouble, string? detail = null)
    : Exception(detail ?? trouble.ToString())
{
    public ReadTrouble Trouble => trouble;

    public string? Detail => detail;
}
