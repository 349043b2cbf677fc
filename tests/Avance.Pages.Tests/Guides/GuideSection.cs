namespace Avance.Pages.Tests.Guides;

/// <param name="Title">The line of its heading.</param>
/// <param name="Pictures">Names of its pictures, without folder and ending.</param>
/// <param name="Citations">What stands between « and ».</param>
public sealed record GuideSection(string Title, IReadOnlyList<string> Pictures, IReadOnlyList<string> Citations);
