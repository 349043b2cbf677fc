using System.Buffers.Binary;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Similarity;

/// <summary>
/// A sketch of a text by which near-duplicates are found: MinHash over runs of words. Order of paragraphs, case, accents and
/// blanks make no difference. See https://en.wikipedia.org/wiki/MinHash.
/// </summary>
public sealed class ContentSketch : IEquatable<ContentSketch>
{
    /// <summary>Sketches of different versions cannot be compared. Incremented whenever the same text gives another sketch.</summary>
    public const int Version = 1;

    /// <summary>Texts with fewer words have no sketch: a stamp or a heading is no document.</summary>
    public const int MinWords = 20;

    /// <summary>Texts that share more are near-duplicates: the same report with another number, date or addressee.</summary>
    public const double Near = 0.8;

    // 10 bands of 4: texts that share 80 % of their runs meet in a band 99 times of 100, those that share 5 % once in
    // 16,000. Each band costs a look-up, so they are few; texts that meet by chance differ in their other values.
    private const int Bands = 10;
    private const int Rows = 4;
    private const int Size = 120;
    private const int WordsInRun = 4;

    // Enough for any document; the runs of a sheet of a million words would take 50 MB.
    private const int MaxRunsSeen = 50_000;

    private static readonly (ulong Factor, ulong Offset)[] Permutations = BuildPermutations();
    private static readonly string Prefix = string.Create(CultureInfo.InvariantCulture, $"v{Version}.");

    private readonly uint[] values;

    private ContentSketch(uint[] values) => this.values = values;

    /// <summary>
    /// Short texts without signs, safe as table keys; near-duplicates share at least one. They carry the version.
    /// </summary>
    public ValueList<string> BandKeys =>
        Enumerable.Range(0, Bands).Select(band => BandKey(band, values.AsSpan(band * Rows, Rows))).ToValueList();

    /// <returns>Null for a text of fewer than <see cref="MinWords"/> words.</returns>
    public static ContentSketch? Of(DocumentText document) =>
        Of(TextPieces.Of(document).SelectMany(piece => Tokens.Words(piece.Folded)));

    /// <inheritdoc cref="Of(DocumentText)"/>
    public static ContentSketch? Of(string text) => Of(Tokens.Words(ReadableText.Fold(ReadableText.Clean(text))));

    /// <summary>The share of runs of words that two texts have in common, estimated; off by 0.05 or so. 0 to 1.</summary>
    public double Similarity(ContentSketch other)
    {
        var same = 0;
        for (var i = 0; i < Size; i++)
        {
            same += values[i] == other.values[i] ? 1 : 0;
        }

        return (double)same / Size;
    }

    /// <summary>About 650 characters; <see cref="TryParse"/> reads them.</summary>
    public override string ToString()
    {
        var bytes = new byte[Size * sizeof(uint)];
        for (var i = 0; i < Size; i++)
        {
            BinaryPrimitives.WriteUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)), values[i]);
        }

        return Prefix + Convert.ToBase64String(bytes);
    }

    /// <returns>False for a malformed sketch, and for one of another version.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out ContentSketch? sketch)
    {
        sketch = null;
        var bytes = new byte[Size * sizeof(uint)];
        if (
            text?.StartsWith(Prefix, StringComparison.Ordinal) != true
            || !Convert.TryFromBase64String(text[Prefix.Length..], bytes, out var written)
            || written != bytes.Length
        )
        {
            return false;
        }

        var minima = new uint[Size];
        for (var i = 0; i < Size; i++)
        {
            minima[i] = BinaryPrimitives.ReadUInt32LittleEndian(bytes.AsSpan(i * sizeof(uint)));
        }

        sketch = new ContentSketch(minima);
        return true;
    }

    public bool Equals(ContentSketch? other) => other is not null && values.AsSpan().SequenceEqual(other.values);

    public override bool Equals(object? obj) => Equals(obj as ContentSketch);

    public override int GetHashCode() => HashCode.Combine(values[0], values[1], values[2]);

    private static ContentSketch? Of(IEnumerable<string> words)
    {
        var minima = new uint[Size];
        Array.Fill(minima, uint.MaxValue);
        var run = new ulong[WordsInRun];
        // Text that is repeated on every page is hashed once.
        var seen = new HashSet<ulong>();
        var count = 0;
        foreach (var word in words)
        {
            run[count++ % WordsInRun] = StableHash.Of(word);
            if (count < WordsInRun)
            {
                continue;
            }

            var hash = 0UL;
            for (var i = 0; i < WordsInRun; i++)
            {
                hash = StableHash.Mix(hash ^ run[(count + i) % WordsInRun]);
            }

            if (seen.Count < MaxRunsSeen ? seen.Add(hash) : !seen.Contains(hash))
            {
                Take(minima, hash);
            }
        }

        return count < MinWords ? null : new ContentSketch(minima);
    }

    private static void Take(uint[] minima, ulong hash)
    {
        for (var i = 0; i < Size; i++)
        {
            var (factor, offset) = Permutations[i];
            var value = (uint)(((hash * factor) + offset) >> 32);
            if (value < minima[i])
            {
                minima[i] = value;
            }
        }
    }

    private static string BandKey(int band, ReadOnlySpan<uint> rows)
    {
        var hash = (ulong)band;
        foreach (var row in rows)
        {
            hash = StableHash.Mix(hash ^ row);
        }

        return string.Create(CultureInfo.InvariantCulture, $"{Version}-{band:D2}-{hash & 0xFFFFFFFFFFFF:x12}");
    }

    private static (ulong Factor, ulong Offset)[] BuildPermutations()
    {
        var permutations = new (ulong Factor, ulong Offset)[Size];
        var seed = 0x4176616E6365UL;
        for (var i = 0; i < Size; i++)
        {
            // An odd factor permutes.
            var factor = seed = StableHash.Mix(seed);
            seed = StableHash.Mix(seed);
            permutations[i] = (factor | 1, seed);
        }

        return permutations;
    }
}
