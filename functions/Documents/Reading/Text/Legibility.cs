using System.Globalization;
using System.Text;

namespace Avance.Functions.Documents.Reading.Text;

/// <summary>
/// Tells words from letters without sense, which pdftotext gives where a font does not say what its letters mean. Languages of
/// people have a vowel every few letters; codes in the place of letters do not.
/// </summary>
internal static class Legibility
{
    private const string Vowels = "aeiouy";

    /// <summary>Signs that hardly stand within a word, and not two different ones.</summary>
    private const string Odd = "!\"#$&*+;<=>?[\\]^`{|}~";

    /// <summary>Where the blanks are lost, a line is one word.</summary>
    private const int LettersOfWord = 12;

    /// <summary>Shorter words are abbreviations as well.</summary>
    private const int MinLength = 4;
    private const int MaxConsonants = 4;
    private const int MinWords = 10;

    /// <summary>Hundredths of the words that are legible in any text; a form with many abbreviations has 90.</summary>
    private const int MinShare = 80;

    private enum Kind
    {
        /// <summary>A number, a code, a sign or a short word.</summary>
        Other,
        Legible,
        Illegible,
    }

    public static int Letters(string text) => text.Count(char.IsLetterOrDigit);

    /// <summary>Count of the legible words of four letters and more.</summary>
    public static int Words(string text) => Count(text).Legible;

    /// <summary>True if too many words are illegible.</summary>
    public static bool IsDoubtful(string text)
    {
        var (legible, illegible) = Count(text);
        var all = legible + illegible;
        return all >= MinWords && legible * 100L < (long)all * MinShare;
    }

    private static (int Legible, int Illegible) Count(string text)
    {
        var (legible, illegible) = (0, 0);
        var start = 0;
        for (var i = 0; i <= text.Length; i++)
        {
            // A blank may have lost its meaning as well.
            if (i < text.Length && !char.IsWhiteSpace(text[i]) && !char.IsControl(text[i]))
            {
                continue;
            }

            var word = text.AsSpan(start, i - start);
            var kind = KindOf(word);
            legible += kind == Kind.Legible ? 1 : 0;
            illegible += kind == Kind.Illegible ? Math.Max(1, word.Length / LettersOfWord) : 0;
            start = i + 1;
        }

        return (legible, illegible);
    }

    private static Kind KindOf(ReadOnlySpan<char> word)
    {
        var (letters, vowels, others, run, longest) = (0, 0, 0, 0, 0);
        var odd = '\0';
        foreach (var c in word)
        {
            if (IsOfNoText(c) || (odd != '\0' && odd != c && Odd.Contains(c, StringComparison.Ordinal)))
            {
                // A single sign of a symbol font is a bullet or a box to tick.
                return word.Length > 1 ? Kind.Illegible : Kind.Other;
            }

            odd = Odd.Contains(c, StringComparison.Ordinal) ? c : odd;
            if (!char.IsLetter(c))
            {
                others += char.IsAsciiDigit(c) ? 1 : 0;
                (longest, run) = (Math.Max(longest, run), 0);
                continue;
            }

            if (Plain(c) is not { } plain)
            {
                return Kind.Other;
            }

            letters++;
            var isVowel = Vowels.Contains(plain, StringComparison.Ordinal);
            vowels += isVowel ? 1 : 0;
            run = isVowel ? 0 : run + 1;
            longest = Math.Max(longest, run);
        }

        return letters < MinLength || others > 0 ? Kind.Other
            : vowels * 6 >= letters && vowels * 6 <= letters * 5 && longest <= MaxConsonants ? Kind.Legible
            : Kind.Illegible;
    }

    /// <summary>True for a sign that no text has: of a private font, or a replacement.</summary>
    private static bool IsOfNoText(char c) =>
        c == '\uFFFD' || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned;

    /// <returns>The small letter without its accent; null for one that is not Latin.</returns>
    private static char? Plain(char letter)
    {
        var plain = letter < 128 ? letter : letter.ToString().Normalize(NormalizationForm.FormD)[0];
        return char.IsAsciiLetter(plain) ? char.ToLowerInvariant(plain) : null;
    }
}
