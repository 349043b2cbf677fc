using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;

namespace Avance.Functions.Reports.Word;

/// <summary>
/// The styles of a document: those of a template where it has them, by their name, which is the same in every language of
/// Word; ours for the others.
/// </summary>
internal sealed class WordStyles
{
    /// <summary>Read once; only copies of it are changed.</summary>
    private static readonly Styles Ours = Read();

    private readonly Dictionary<string, string> ids = new(StringComparer.Ordinal);

    public WordStyles(MainDocumentPart main)
    {
        if (main.StyleDefinitionsPart?.Styles is not { } styles)
        {
            var part = main.StyleDefinitionsPart ?? main.AddNewPart<StyleDefinitionsPart>(PartIds.Next(main));
            styles = new Styles(Ours.DocDefaults!.CloneNode(deep: true));
            part.Styles = styles;
        }

        All = styles;
        var known = styles.Elements<Style>().ToLookup(NameOf, StringComparer.OrdinalIgnoreCase);
        var missing = new List<Style>();
        foreach (var style in Ours.Elements<Style>())
        {
            if (known[NameOf(style)].FirstOrDefault(one => TypeOf(one) == TypeOf(style)) is { } found)
            {
                ids[style.StyleId!] = found.StyleId!;
            }
            else
            {
                ids[style.StyleId!] = FreeId(style.StyleId!);
                missing.Add(style);
            }
        }

        styles.Append(missing.Select(Renamed));
        SpeakSpanish(styles);
    }

    /// <summary>All styles of the document.</summary>
    public Styles All { get; }

    /// <param name="id">As our styles call it, for example Heading1.</param>
    /// <returns>The id of that style in the document.</returns>
    public string this[string id] => ids[id];

    public Style Find(string id) => All.Elements<Style>().First(style => style.StyleId == ids[id]);

    private static Styles Read()
    {
        using var resource = typeof(WordStyles).Assembly.GetManifestResourceStream("Word/styles.xml")!;
        using var reader = new StreamReader(resource);
        var styles = new Styles(reader.ReadToEnd());
        // An element is parsed when it is first asked, which must not happen on two threads at once.
        _ = styles.Descendants().Count();
        return styles;
    }

    private static string NameOf(Style style) => style.StyleName?.Val?.Value ?? "";

    private static StyleValues TypeOf(Style style) => style.Type?.Value ?? StyleValues.Paragraph;

    private string FreeId(string id)
    {
        var taken = All.Elements<Style>()
            .Select(style => style.StyleId?.Value)
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        return Enumerable
            .Range(0, int.MaxValue)
            .Select(n => n == 0 ? id : $"{id}{n}A")
            .First(one => !taken.Contains(one));
    }

    /// <summary>A style of ours with the ids of the document. A template has its own default of each type.</summary>
    private Style Renamed(Style ours)
    {
        var style = (Style)ours.CloneNode(deep: true);
        style.StyleId = ids[style.StyleId!];
        if (
            style.Default?.Value == true
            && All.Elements<Style>().Any(one => one.Default?.Value == true && TypeOf(one) == TypeOf(style))
        )
        {
            style.Default = null;
        }

        foreach (var reference in style.Elements<BasedOn>())
        {
            reference.Val = ids[reference.Val!];
        }

        foreach (var reference in style.Elements<NextParagraphStyle>())
        {
            reference.Val = ids[reference.Val!];
        }

        return style;
    }

    private static void SpeakSpanish(Styles styles)
    {
        styles.DocDefaults ??= new DocDefaults();
        styles.DocDefaults.RunPropertiesDefault ??= new RunPropertiesDefault();
        styles.DocDefaults.RunPropertiesDefault.RunPropertiesBaseStyle ??= new RunPropertiesBaseStyle();
        styles.DocDefaults.RunPropertiesDefault.RunPropertiesBaseStyle.Languages = new Languages
        {
            Val = Messages.Culture.Name,
            EastAsia = Messages.Culture.Name,
        };
    }
}
