using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Pages.Tests.Drivers;

/// <summary>A Word document that a body could give as the template of its reports.</summary>
public static class WordTemplate
{
    public static byte[] Create()
    {
        using var memory = new MemoryStream();
        using (var document = WordprocessingDocument.Create(memory, WordprocessingDocumentType.Document))
        {
            document.AddMainDocumentPart().Document = new Document(
                new Body(new Paragraph(new Run(new Text("Membrete"))))
            );
        }

        return memory.ToArray();
    }
}
