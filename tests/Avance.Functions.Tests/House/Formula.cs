using System.Globalization;

namespace Avance.Functions.Tests.House;

/// <summary>Computes what docs/cost.md says: numbers, names, <c>+ - * /</c>, brackets and <c>max(…, …)</c>.</summary>
internal sealed class Formula
{
    private readonly string text;
    private readonly IReadOnlyDictionary<string, decimal> values;
    private int at;

    private Formula(string text, IReadOnlyDictionary<string, decimal> values)
    {
        this.text = text.Replace(" ", "", StringComparison.Ordinal);
        this.values = values;
    }

    /// <exception cref="FormatException">It is no formula, or names what is not there.</exception>
    public static decimal Compute(string text, IReadOnlyDictionary<string, decimal> values)
    {
        var formula = new Formula(text, values);
        var value = formula.Sum();
        return formula.at == formula.text.Length ? value : throw formula.Wrong();
    }

    private decimal Sum()
    {
        var value = Product();
        while (true)
        {
            if (Take('+'))
            {
                value += Product();
            }
            else if (Take('-'))
            {
                value -= Product();
            }
            else
            {
                return value;
            }
        }
    }

    private decimal Product()
    {
        var value = Factor();
        while (true)
        {
            if (Take('*'))
            {
                value *= Factor();
            }
            else if (Take('/'))
            {
                value /= Factor();
            }
            else
            {
                return value;
            }
        }
    }

    private decimal Factor()
    {
        if (Take('('))
        {
            var value = Sum();
            Expect(')');
            return value;
        }

        var start = at;
        while (at < text.Length && (char.IsLetterOrDigit(text[at]) || text[at] == '.'))
        {
            at++;
        }

        var word = text[start..at];
        if (word == "max")
        {
            Expect('(');
            var first = Sum();
            Expect(',');
            var second = Sum();
            Expect(')');
            return Math.Max(first, second);
        }

        return decimal.TryParse(word, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
                ? number
            : values.TryGetValue(word, out var named) ? named
            : throw Wrong();
    }

    private bool Take(char expected)
    {
        if (at >= text.Length || text[at] != expected)
        {
            return false;
        }

        at++;
        return true;
    }

    private void Expect(char expected)
    {
        if (!Take(expected))
        {
            throw Wrong();
        }
    }

    private FormatException Wrong() => new($"{text} is wrong at character {at + 1}.");
}
