using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>The empty document that a report is written into.</summary>
internal static class WordTemplate
{
    /// <param name="sections">The sections of the template, in order; none without one.</param>
    public static WordprocessingDocument Open(
        Stream output,
        Stream? template,
        out IReadOnlyList<SectionProperties> sections
    )
    {
        sections = [];
        if (template is null)
        {
            var made = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
            made.AddNewPart<MainDocumentPart>(
                "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml",
                "document"
            );
            return made;
        }

        template.CopyTo(output);
        output.Position = 0;
        var word = WordprocessingDocument.Open(output, isEditable: true);
        if (word.DocumentType != WordprocessingDocumentType.Document)
        {
            word.ChangeDocumentType(WordprocessingDocumentType.Document);
        }

        var main = word.MainDocumentPart ?? word.AddMainDocumentPart();
        sections = [.. SectionsOf(main)];
        RemoveContent(main);
        return word;
    }

    /// <summary>Read past, not loaded: what is loaded would be saved over what is written.</summary>
    private static IEnumerable<SectionProperties> SectionsOf(MainDocumentPart main)
    {
        using var reader = OpenXmlReader.Create(main);
        while (reader.Read())
        {
            if (reader.IsStartElement && reader.ElementType == typeof(SectionProperties))
            {
                yield return (SectionProperties)reader.LoadCurrentElement()!;
            }
        }
    }

    /// <summary>What only the template's own text needs goes with it: pictures, links, comments, notes.</summary>
    private static void RemoveContent(MainDocumentPart main)
    {
        foreach (var part in main.Parts.Where(one => !IsKept(one.OpenXmlPart)).ToList())
        {
            main.DeletePart(part.OpenXmlPart);
        }

        foreach (var link in main.HyperlinkRelationships.ToList())
        {
            main.DeleteReferenceRelationship(link);
        }

        foreach (var link in main.ExternalRelationships.ToList())
        {
            main.DeleteExternalRelationship(link);
        }

        foreach (var link in main.DataPartReferenceRelationships.ToList())
        {
            main.DeleteReferenceRelationship(link);
        }
    }

    private static bool IsKept(OpenXmlPart part) =>
        part
            is StyleDefinitionsPart
                or StylesWithEffectsPart
                or NumberingDefinitionsPart
                or DocumentSettingsPart
                or WebSettingsPart
                or FontTablePart
                or ThemePart
                or HeaderPart
                or FooterPart;
}
