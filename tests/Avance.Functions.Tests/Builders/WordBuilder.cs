using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Tests.Builders;

/// <summary>A Word document with a paragraph, to which a test adds what it likes.</summary>
public static class WordBuilder
{
    public static byte[] Build(
        Action<MainDocumentPart>? change = null,
        WordprocessingDocumentType type = WordprocessingDocumentType.Document
    )
    {
        using var output = new MemoryStream();
        using (var document = WordprocessingDocument.Create(output, type))
        {
            var main = document.AddMainDocumentPart();
            main.Document = new Document(new Body(new Paragraph(new Run(new Text("Membrete")))));
            main.AddNewPart<StyleDefinitionsPart>().Styles = new Styles();
            change?.Invoke(main);
        }

        return output.ToArray();
    }
}
