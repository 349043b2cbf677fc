using System.Text.RegularExpressions;

namespace Avance.Pages.Tests.Guides;

/// <summary>A guide of <c>docs/</c>, by its sections: what each cites of pages, and the pictures of these pages.</summary>
public sealed partial record GuideFile(string Name, IReadOnlyList<GuideSection> Sections)
{
    public IEnumerable<string> Pictures => Sections.SelectMany(section => section.Pictures);

    public static GuideFile Read(string name)
    {
        var text = File.ReadAllText(RepositoryRoot.File($"docs/{name}"));
        return new GuideFile(
            name,
            [
                .. SectionStart
                    .Split(text)
                    .Select(section => new GuideSection(
                        section.Split('\n')[0],
                        [.. Picture.Matches(section).Select(match => match.Groups["name"].Value)],
                        [.. Citation.Matches(section).Select(match => Spaces.Replace(match.Groups["text"].Value, " "))]
                    )),
            ]
        );
    }

    [GeneratedRegex("^(?=## )", RegexOptions.Multiline, 1_000)]
    private static partial Regex SectionStart { get; }

    [GeneratedRegex(@"!\[[^\]]+\]\(guia/(?<name>[a-z-]+)\.png\)", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Picture { get; }

    [GeneratedRegex("«(?<text>[^»]+)»", RegexOptions.ExplicitCapture, 1_000)]
    private static partial Regex Citation { get; }

    [GeneratedRegex(@"\s+", RegexOptions.None, 1_000)]
    private static partial Regex Spaces { get; }
}
