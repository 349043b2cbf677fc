namespace Avance.Functions.Documents.Similarity;

/// <summary>Hashes that are the same in every process and on every machine.</summary>
internal static class StableHash
{
    /// <summary>FNV-1a over UTF-16, then mixed: string.GetHashCode differs from process to process.</summary>
    public static ulong Of(string word)
    {
        var hash = 14695981039346656037UL;
        foreach (var c in word)
        {
            hash = (hash ^ c) * 1099511628211UL;
        }

        return Mix(hash);
    }

    /// <summary>The last step of SplitMix64.</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15UL;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9UL;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EBUL;
        return value ^ (value >> 31);
    }
}
