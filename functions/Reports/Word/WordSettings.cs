using Avance.Functions.Reports.Composition;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>
/// Settings and properties of a document. Fields are not updated when it is opened: Word would ask each reader first, in a
/// box that blocks it and warns of other files.
/// https://learn.microsoft.com/dotnet/api/documentformat.openxml.wordprocessing.updatefieldsonopen
/// </summary>
internal static class WordSettings
{
    // Word 2013 and later: https://learn.microsoft.com/openspecs/office_standards/ms-docx/90138c4d-eb18-4edc-aa6c-dfb799cb1d0d
    private const string CompatibilityMode = "15";

    /// <summary>What a template may say of itself, and would change what a reader sees of the report or may do with it.</summary>
    private static readonly Type[] OfTheTemplate =
    [
        typeof(AttachedTemplate),
        typeof(DocumentProtection),
        typeof(EndnoteDocumentWideProperties),
        typeof(FootnoteDocumentWideProperties),
        typeof(MailMerge),
        typeof(Rsids),
        typeof(TrackRevisions),
        typeof(UpdateFieldsOnOpen),
        typeof(WriteProtection),
    ];

    private static ReadOnlySpan<byte> Core =>
        """
        <coreProperties xmlns="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" />
        """u8;

    public static void Write(WordprocessingDocument word, ReportCover cover)
    {
        var main = word.MainDocumentPart!;
        var part = main.DocumentSettingsPart ?? main.AddNewPart<DocumentSettingsPart>(PartIds.Next(main));
        part.Settings ??= new Settings(
            new DefaultTabStop { Val = 708 },
            new Compatibility(
                new CompatibilitySetting
                {
                    Name = CompatSettingNameValues.CompatibilityMode,
                    Uri = "http://schemas.microsoft.com/office/word",
                    Val = CompatibilityMode,
                }
            ),
            new DecimalSymbol { Val = Messages.Culture.NumberFormat.NumberDecimalSeparator },
            new ListSeparator { Val = Messages.Culture.TextInfo.ListSeparator }
        );
        foreach (
            var setting in part.Settings.ChildElements.Where(one => OfTheTemplate.Contains(one.GetType())).ToList()
        )
        {
            setting.Remove();
        }

        foreach (var link in part.ExternalRelationships.ToList())
        {
            part.DeleteExternalRelationship(link);
        }

        part.Settings.AddChild(WordNotes.Settings());
        part.Settings.RemoveAllChildren<ThemeFontLanguages>();
        part.Settings.AddChild(new ThemeFontLanguages { Val = Messages.Culture.Name });

        // Made up by the package, its name would differ each time.
        if (word.CoreFilePropertiesPart is null)
        {
            using var core = word.AddNewPart<CoreFilePropertiesPart>(PartIds.Next(word)).GetStream(FileMode.Create);
            core.Write(Core);
        }

        var properties = word.PackageProperties;
        properties.Title = WordText.Clean($"{cover.Title}: {cover.Plan}");
        properties.Subject = WordText.Clean($"{cover.Plan}, {cover.Period}");
        properties.Creator = WordText.Clean(cover.Body);
        properties.LastModifiedBy = properties.Creator;
        properties.Language = Messages.Culture.Name;
        properties.Description = null;
        properties.Keywords = null;
        properties.Category = null;
    }
}
