using System.Numerics;

namespace Avance.Functions.Tests.Reports;

/// <summary>A number that is not negative, exact: what figures are compared with.</summary>
internal readonly record struct Fraction(BigInteger Part, BigInteger Whole) : IComparable<Fraction>
{
    private const int BitsOfDouble = 52;

    public static Fraction Zero { get; } = new(0, 1);

    // What decimal keeps behind its point.
    private static Fraction LastPlace { get; } = new(1, BigInteger.Pow(10, 27));

    /// <returns>Zero of none.</returns>
    public static Fraction Mean(List<Fraction> items)
    {
        var sum = items.Aggregate(
            Zero,
            (one, other) => new((one.Part * other.Whole) + (other.Part * one.Whole), one.Whole * other.Whole)
        );
        return items.Count == 0 ? Zero : sum with { Whole = sum.Whole * items.Count };
    }

    public int CompareTo(Fraction other) => (Part * other.Whole).CompareTo(other.Part * Whole);

    public Fraction AtMost(int limit) => CompareTo(new Fraction(limit, 1)) > 0 ? new(limit, 1) : this;

    /// <summary>Half away from zero.</summary>
    public BigInteger Rounded() => ((2 * Part) + Whole) / (2 * Whole);

    /// <summary>True if it differs in the last two bits of a double alone, or in the last place of a decimal.</summary>
    public bool IsNear(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> BitsOfDouble) - 1_023 - BitsOfDouble;
        BigInteger mantissa = (bits & ((1L << BitsOfDouble) - 1)) | (1L << BitsOfDouble);
        var near =
            value == 0 ? Zero
            : exponent < 0 ? new Fraction(mantissa, BigInteger.One << -exponent)
            : new Fraction(mantissa << exponent, 1);
        var apart = new Fraction(BigInteger.Abs((near.Part * Whole) - (Part * near.Whole)), near.Whole * Whole);
        var allowed = this with { Whole = Whole << (BitsOfDouble - 2) };
        return value >= 0 && (apart.CompareTo(allowed) <= 0 || apart.CompareTo(LastPlace) <= 0);
    }
}
