using System.Globalization;
using System.Numerics;

namespace Avance.Functions.Reports.Compliance;

/// <summary>
/// The mean of quotients, rounded once, to the 28 digits of a decimal. A sum of rounded quotients may miss a half by its last
/// digit: 100 ÷ 3, 100 ÷ 3 and 203 ÷ 6 have the mean 33.5, which is shown as 34.
/// </summary>
internal static class ExactMean
{
    private const int Digits = 28;

    /// <param name="quotients">Not negative; each whole is above 0.</param>
    /// <returns>Null if there are none.</returns>
    public static decimal? Of(IEnumerable<(decimal Part, decimal Whole)> quotients)
    {
        var (sum, divisor, count) = (BigInteger.Zero, BigInteger.One, 0);
        foreach (var (part, whole) in quotients)
        {
            var (numerator, denominator) = (Integer(part, whole.Scale), Integer(whole, part.Scale));
            sum = (sum * denominator) + (numerator * divisor);
            divisor *= denominator;
            // Targets have factors in common: without this the numbers would grow with each goal.
            var common = BigInteger.GreatestCommonDivisor(sum, divisor);
            (sum, divisor, count) = (sum / common, divisor / common, count + 1);
        }

        return count == 0 ? null : Divide(sum, divisor * count);
    }

    /// <summary>The digits of a number without its point, and that many zeros.</summary>
    private static BigInteger Integer(decimal value, int zeros)
    {
        Span<int> words = stackalloc int[4];
        decimal.GetBits(value, words);
        var digits = ((BigInteger)(uint)words[2] << 64) + ((BigInteger)(uint)words[1] << 32) + (uint)words[0];
        return digits * BigInteger.Pow(10, zeros);
    }

    private static decimal Divide(BigInteger part, BigInteger whole)
    {
        var before = (part / whole).ToString(CultureInfo.InvariantCulture).Length;
        var unit = BigInteger.Pow(10, Math.Max(Digits - before, 0));
        return (decimal)(((2 * part * unit) + whole) / (2 * whole)) / (decimal)unit;
    }
}
