using System.Globalization;
using System.Text;

namespace Avance.Functions.Documents.Reading.Text;

/// <summary>Normalises the texts of all formats, so that a plan is the same in any format of file.</summary>
public static class CellText
{
    /// <summary>Trimmed, lines end in \n, accents composed, without the control characters that no document can hold.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "";
        }

        // Normalize throws for half a surrogate pair and for U+FFFE, which is no character.
        var valid = Encoding
            .UTF8.GetString(Encoding.UTF8.GetBytes(text))
            .Replace("\uFFFE", "", StringComparison.Ordinal);
        var clean = new StringBuilder(valid.Length);
        foreach (var c in valid.ReplaceLineEndings("\n").Replace('\u00A0', ' ').Normalize(NormalizationForm.FormC))
        {
            if (c == '\n' || !char.IsControl(c))
            {
                clean.Append(c);
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>A number as a person would type it, with a point and without zeros at the end.</summary>
    public static string Of(decimal number) => number.ToString("0.############", CultureInfo.InvariantCulture);

    /// <summary>A date as people in Peru write it, with its time if it has one.</summary>
    public static string Of(DateTime date) =>
        date.ToString(
            date.TimeOfDay == TimeSpan.Zero ? "dd/MM/yyyy" : "dd/MM/yyyy HH:mm:ss",
            CultureInfo.InvariantCulture
        );
}
