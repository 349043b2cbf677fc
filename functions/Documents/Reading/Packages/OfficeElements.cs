namespace Avance.Functions.Documents.Reading.Packages;

/// <summary>Elements that documents and presentations of Open XML name alike: <c>p</c>, <c>tbl</c>, <c>tr</c>, <c>tc</c>.</summary>
internal static class OfficeElements
{
    /// <summary>Ends the paragraph, table, row or cell; other elements have no end that counts.</summary>
    public static void End(string name, BlockBuilder blocks)
    {
        switch (name)
        {
            case "p":
                blocks.EndParagraph();
                break;
            case "tbl":
                blocks.EndTable();
                break;
            case "tr":
                blocks.EndRow();
                break;
            case "tc":
                blocks.EndCell();
                break;
        }
    }
}
