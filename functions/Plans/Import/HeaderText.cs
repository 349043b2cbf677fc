using System.Globalization;
using System.Text;

namespace Avance.Functions.Plans.Import;

/// <summary>Compares names of sheets and columns as people do: without accents, case, spaces and signs.</summary>
public static class HeaderText
{
    /// <summary>Lower-case letters without accents, and digits: <c>N° Actividad</c> and <c>nº actividad</c> are the same.</summary>
    public static string Normal(string text)
    {
        var normal = new StringBuilder(text.Length);
        foreach (var c in text.Normalize(NormalizationForm.FormD))
        {
            // º and ª count as letters, and stand where ° may stand as well.
            if (char.IsLetterOrDigit(c) && c is not ('º' or 'ª'))
            {
                normal.Append(char.ToLower(c, CultureInfo.InvariantCulture));
            }
        }

        return normal.ToString();
    }
}
