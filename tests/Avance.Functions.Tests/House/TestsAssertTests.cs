using System.Text.RegularExpressions;

namespace Avance.Functions.Tests.House;

/// <summary>Each test asserts something, in its body or by a helper whose name says so.</summary>
public sealed partial class TestsAssertTests
{
    [Fact]
    public async Task Tests_Body_AssertsOrCallsAHelperThatSaysSo()
    {
        var files = (await Checkout.FilesAsync(".cs")).Where(file =>
            file.StartsWith("tests/", StringComparison.Ordinal)
        );

        var tests = files
            .SelectMany(file =>
                MemberStart.Split(Checkout.Read(file)).Select(member => (file, Match: Test.Match(member)))
            )
            .Where(test => test.Match.Success)
            .ToArray();

        tests.Length.ShouldBeGreaterThan(1_000);
        tests
            .Where(test => !Assertion.IsMatch(test.Match.Groups["body"].Value))
            .Select(test => $"{test.file}: {test.Match.Groups["name"].Value}")
            .ShouldBeEmpty();
    }

    /// <summary>Where a member of a class begins, as the formatter lays it out.</summary>
    [GeneratedRegex(@"\n+(?=    \[(Fact|Theory)\b)|\n\n(?=    \S)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex MemberStart { get; }

    [GeneratedRegex(
        @"^    \[(Fact|Theory)\b.*?\bpublic [^(]*?(?<name>\w+)\((?<body>.*)",
        RegexOptions.ExplicitCapture | RegexOptions.Singleline,
        1_000
    )]
    private static partial Regex Test { get; }

    /// <summary>Of Shouldly, of helpers, of Playwright, of Moq and of FsCheck.</summary>
    [GeneratedRegex(
        @"\b(Should|Assert(?!\.Skip)|Expect|Verify|QuickCheckThrowOnFailure)\w*(\.\w+)*[(<]",
        RegexOptions.ExplicitCapture,
        1_000
    )]
    private static partial Regex Assertion { get; }
}
