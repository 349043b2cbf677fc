namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>
/// Picks one of the ways in which a document gives the same content for programs of different age
/// (<c>mc:AlternateContent</c>): the first that has text.
/// </summary>
internal sealed class AlternateContent(BlockBuilder blocks)
{
    private readonly Stack<(int Depth, long Characters)> open = new();

    /// <summary>To be asked at the start of each element.</summary>
    /// <returns>True for a choice or fallback whose text was given before, and for a fallback of nothing.</returns>
    public bool IsLeftOut(PackageXml xml)
    {
        if (xml is { Name: "AlternateContent", IsEmpty: false })
        {
            open.Push((xml.Depth, blocks.Characters));
        }

        var isAlternative = open.TryPeek(out var content) && content.Depth == xml.Depth - 1;
        return xml.Name switch
        {
            "Choice" => isAlternative && blocks.Characters > content.Characters,
            "Fallback" => !isAlternative || blocks.Characters > content.Characters,
            _ => false,
        };
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
