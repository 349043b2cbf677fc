using System.Globalization;
using System.Text;

namespace Avance.Functions.Documents;

/// <summary>Cleans the name of an uploaded file, so that it is safe to show and to send in a header.</summary>
public static class FileName
{
    /// <summary>Longest name in characters; a longer one is shortened before its extension.</summary>
    public const int MaxLength = 150;

    /// <summary>Longest name with its folders, in characters; a longer one loses its outer folders.</summary>
    public const int MaxPathLength = 300;

    /// <returns>The last part of a path, without control and format characters nor those that file systems refuse; "archivo" if nothing is left.</returns>
    public static string Clean(string? name)
    {
        var last = (name ?? "").Split('/', '\\')[^1].Normalize(NormalizationForm.FormC);
        var text = new StringBuilder(last.Length);
        foreach (var rune in last.EnumerateRunes())
        {
            var isHidden =
                Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.Control
                    or UnicodeCategory.Format
                    or UnicodeCategory.LineSeparator
                    or UnicodeCategory.ParagraphSeparator
                    or UnicodeCategory.PrivateUse;
            if (!isHidden && !"<>:\"|?*".Contains((char)Math.Min(rune.Value, char.MaxValue)))
            {
                text.Append(rune.ToString());
            }
        }

        var clean = text.ToString().Trim(' ', '.');
        return clean.Length == 0 ? "archivo"
            : clean.Length <= MaxLength ? clean
            : Shorten(clean);
    }

    /// <returns>The name of an entry with its folders, each part clean; without parts such as <c>..</c>.</returns>
    public static string CleanPath(string name)
    {
        var parts = name.Split('/', '\\').Where(part => part.Trim(' ', '.').Length > 0).Select(Clean).ToArray();
        var clean = parts.Length == 0 ? Clean(name) : parts[^1];
        for (var at = parts.Length - 2; at >= 0; at--)
        {
            if (parts[at].Length + 1 + clean.Length > MaxPathLength - 2)
            {
                return $"…/{clean}";
            }

            clean = $"{parts[at]}/{clean}";
        }

        return clean;
    }

    private static string Shorten(string name)
    {
        var ending = Path.GetExtension(name) is { Length: <= 10 } short_ ? short_ : "";
        var length = MaxLength - ending.Length;

        // Not between the halves of a surrogate pair.
        length = char.IsHighSurrogate(name[length - 1]) ? length - 1 : length;
        return name[..length] + ending;
    }
}
