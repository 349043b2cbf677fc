namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>
/// Picks one of the ways in which a document gives the same content for programs of different age
/// (<c>mc:AlternateContent</c>): the first that has text.
/// </summary>
internal sealed class AlternateContent(BlockBuilder blocks)
{
    private readonly Stack<(int Depth, long Characters)> open = new();

    /// <summary>To be asked at the start of each element.</summary>
    /// <returns>True for a choice or fallback whose text was given before.</returns>
    public bool IsLeftOut(PackageXml xml)
    {
        if (xml is { Name: "AlternateContent", IsEmpty: false })
        {
            open.Push((xml.Depth, blocks.Characters));
        }

        return xml.Name is "Choice" or "Fallback"
            && open.TryPeek(out var content)
            && content.Depth == xml.Depth - 1
            && blocks.Characters > content.Characters;
    }

    /// <summary>To be called at the end of each element.</summary>
    public void End(PackageXml xml)
    {
        if (xml.Name == "AlternateContent")
        {
            open.TryPop(out _);
        }
    }
}
