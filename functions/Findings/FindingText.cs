using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.Kinds;
using Avance.Functions.Findings.Figures;

namespace Avance.Functions.Findings;

/// <summary>Figures, places and kinds as people read them in a finding.</summary>
internal static class FindingText
{
    private const string Places = "read-at";
    private const string Kinds = "document-kind";

    /// <summary>Names that a detail lists; of more, only how many they are.</summary>
    private const int MaxNames = 3;

    /// <summary>Figures that one sentence adds up; of more, only how many they are.</summary>
    private const int MaxFigures = 10;

    /// <summary>Characters of one argument of a detail: requirements of plans reach some hundreds.</summary>
    private const int MaxArgument = 2_000;

    /// <summary>Characters of a name in a place.</summary>
    private const int MaxName = 300;

    /// <summary><c>1,250.5</c>.</summary>
    public static string Figure(decimal value) => value.ToString("#,0.####", Messages.Culture);

    /// <summary>The same for a subject: no separators, no culture.</summary>
    public static string Key(decimal value) =>
        value.ToString("0.####", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary><c>«lista.xlsx» (hoja Lista, celda B3)</c>.</summary>
    public static string Place(ExaminedFile file, ExtractedDocument document, ReadLocation? where = null)
    {
        var name =
            document.Path.Count == 0
                ? Messages.Text($"{Places}.file", file.Name)
                : Messages.Text($"{Places}.inside", document.Name, file.Name);
        string?[] parts =
        [
            where?.Page is { } page ? Messages.Text($"{Places}.page", page) : null,
            where?.Picture is { } picture ? Messages.Text($"{Places}.picture", picture) : null,
            where?.Sheet is { } sheet ? Messages.Text($"{Places}.sheet", sheet) : null,
            where?.Cell is { } cell ? Messages.Text($"{Places}.cell", cell) : null,
            where?.Paragraph is { } paragraph ? Messages.Text($"{Places}.paragraph", paragraph) : null,
        ];
        var place = string.Join(", ", parts.OfType<string>());
        return place.Length == 0 ? name : $"{name} ({place})";
    }

    /// <summary><c>capacitación</c>.</summary>
    public static string Kind(DocumentKind kind) => Messages.Text($"{Kinds}.{kind}");

    public static string KindsOf(IEnumerable<DocumentKind> kinds) =>
        kinds.Order().Select(Kind).Aggregate((said, kind) => Messages.Text($"{Kinds}.or", said, kind));

    /// <summary>The first names, and how many more there are.</summary>
    public static string Names(IReadOnlyCollection<string> names)
    {
        var shown = string.Join(", ", names.Take(MaxNames).Select(name => Messages.Text($"{Places}.file", name)));
        return names.Count <= MaxNames ? shown : Messages.Text($"{Places}.more", shown, names.Count - MaxNames);
    }

    /// <summary><c>100 «a.xlsx» + 78 «b.xlsx»</c>: the first figures with their places, and how many more there are.</summary>
    public static string Sum(IReadOnlyCollection<EvidencedFigure> figures)
    {
        var shown = string.Join(
            " + ",
            figures.Take(MaxFigures).Select(figure => $"{Figure(figure.Value)} {figure.Place}")
        );
        return figures.Count <= MaxFigures ? shown : Messages.Text($"{Places}.more", shown, figures.Count - MaxFigures);
    }

    /// <summary>The beginning of what is too long for a detail, and how many characters more it has.</summary>
    public static string Bounded(string argument) => Bounded(argument, MaxArgument);

    /// <summary>The place with its names cut to what a row takes.</summary>
    public static ReadLocation Bounded(ReadLocation where) =>
        where with
        {
            Path = where.Path.Select(name => Bounded(name, MaxName)).ToValueList(),
            Sheet = where.Sheet is { } sheet ? Bounded(sheet, MaxName) : null,
        };

    private static string Bounded(string text, int most)
    {
        if (text.Length <= most)
        {
            return text;
        }

        // A surrogate pair must not be cut in half.
        var kept = char.IsHighSurrogate(text[most - 1]) ? most - 1 : most;
        return Messages.Text($"{Places}.cut", text[..kept], text.Length - kept);
    }
}
