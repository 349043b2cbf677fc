using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Avance.Functions.Documents.Reading.Sheets;

/// <summary>
/// Tells from the format of a number whether a percent is shown. <c>0%</c> shows 0.7 as 70%; a sign that is quoted or escaped,
/// as in <c>0"%"</c> and <c>0\%</c>, multiplies nothing, so that 70 is shown as 70%.
/// </summary>
internal static partial class PercentFormat
{
    /// <summary>The sections of a format that are about numbers; the fourth is about text.</summary>
    private const int MaxSections = 3;

    /// <returns>The number as shown, and whether a percent sign stands beside it.</returns>
    public static (decimal Shown, bool IsPercent) Read(decimal number, string? format)
    {
        if (format?.Contains('%', StringComparison.Ordinal) != true)
        {
            return (number, false);
        }

        var sections = Sections(format);
        var section = sections.Find(one => one.Applies(number, sections)) ?? sections[^1];
        var shown = number;
        for (var signs = section.Signs; signs > 0 && Math.Abs(shown) < 1e15m; signs--)
        {
            shown *= 100;
        }

        return (shown, section.Signs > 0 || BesideDigit.IsMatch(section.Shown));
    }

    private static List<Section> Sections(string format)
    {
        var sections = new List<Section>();
        var section = new Section(0);
        for (var i = 0; i < format.Length; i++)
        {
            switch (format[i])
            {
                case ';':
                    sections.Add(section);
                    section = new Section(sections.Count);
                    break;
                case '\\':
                    section.AddLiteral(i + 1 < format.Length ? format[++i] : '\\');
                    break;
                case '"':
                    for (i++; i < format.Length && format[i] != '"'; i++)
                    {
                        section.AddLiteral(format[i]);
                    }

                    break;
                case '[':
                    var end = format.IndexOf(']', i);
                    end = end < 0 ? format.Length : end;
                    section.AddBracket(format[(i + 1)..end]);
                    i = end;
                    break;
                // A blank as wide as the next sign, or the next sign repeated: neither is shown once.
                case '_' or '*':
                    i++;
                    break;
                default:
                    section.Add(format[i]);
                    break;
            }
        }

        sections.Add(section);
        return sections.Count > MaxSections ? sections[..MaxSections] : sections;
    }

    [GeneratedRegex(@"[0#?.]\s*%|%\s*[0#?]", RegexOptions.None, 1_000)]
    private static partial Regex BesideDigit { get; }

    [GeneratedRegex(@"^(?<sign><=|>=|<>|<|>|=)\s*(?<limit>-?[0-9.]+)$", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Condition { get; }

    private sealed class Section(int index)
    {
        private readonly StringBuilder shown = new();
        private (string Sign, decimal Limit)? condition;

        /// <summary>The percent signs that multiply.</summary>
        public int Signs { get; private set; }

        /// <summary>The section with its literals, without what is not shown.</summary>
        public string Shown => shown.ToString();

        public void Add(char sign)
        {
            Signs += sign == '%' ? 1 : 0;
            shown.Append(sign);
        }

        /// <summary>A digit of a literal is no place for a digit.</summary>
        public void AddLiteral(char sign) => shown.Append(sign is '0' or '#' or '?' or '.' ? 'x' : sign);

        public void AddBracket(string content)
        {
            if (
                Condition.Match(content.Trim()) is { Success: true } match
                && decimal.TryParse(match.Groups["limit"].Value, CultureInfo.InvariantCulture, out var limit)
            )
            {
                condition = (match.Groups["sign"].Value, limit);
            }
        }

        /// <summary>Without conditions the first section is for positive numbers, the second for negative, the third for zero.</summary>
        public bool Applies(decimal number, List<Section> all) =>
            condition switch
            {
                ("<", var limit) => number < limit,
                ("<=", var limit) => number <= limit,
                (">", var limit) => number > limit,
                (">=", var limit) => number >= limit,
                ("=", var limit) => number == limit,
                ("<>", var limit) => number != limit,
                _ when index == all.Count - 1 => true,
                _ when index == 0 => all.Count == 2 && all[1].condition is null ? number >= 0 : number > 0,
                _ => number < 0,
            };
    }
}
