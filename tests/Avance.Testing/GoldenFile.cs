using System.Runtime.CompilerServices;

namespace Avance.Testing;

/// <summary>
/// Compares text with a file in the <c>Golden</c> folder beside the test. <c>AVANCE_REWRITE_GOLDEN=1</c> writes the
/// files instead: look at the difference before committing it.
/// </summary>
public static class GoldenFile
{
    public static bool Rewrite { get; } = Environment.GetEnvironmentVariable("AVANCE_REWRITE_GOLDEN") == "1";

    public static void ShouldMatchGolden(this string actual, string name, [CallerFilePath] string test = "")
    {
        var file = Path.Combine(Path.GetDirectoryName(test)!, "Golden", name);
        var normal = actual.ReplaceLineEndings("\n");
        if (Rewrite)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, normal);
            return;
        }

        var expected = File.Exists(file) ? File.ReadAllText(file).ReplaceLineEndings("\n") : null;
        if (expected != normal)
        {
            throw new InvalidOperationException(
                expected is null
                    ? $"{file} does not exist. It would be:\n{normal}"
                    : $"{file} (AVANCE_REWRITE_GOLDEN=1 rewrites it) differs {FirstDifference(expected, normal)}"
            );
        }
    }

    private static string FirstDifference(string expected, string actual)
    {
        var left = expected.Split('\n');
        var right = actual.Split('\n');
        var line = Enumerable.Range(0, Math.Max(left.Length, right.Length)).First(i => At(left, i) != At(right, i));
        return $"in line {line + 1}:\n- {At(left, line)}\n+ {At(right, line)}";

        static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(end of file)";
    }
}
