using System.Globalization;
using Avance.Functions.Documents;
using Avance.Functions.Documents.Facts.Attendances;

namespace Avance.Functions.Tests.Documents.Misread;

/// <summary>A document that readers take for something else easily, with what a person reads in it.</summary>
/// <param name="Name">A file of <c>Files</c>, or a name with the extension of the content.</param>
/// <param name="Content">Writes the document; null for the file of that name.</param>
internal sealed record ReadCase(string Name, Func<byte[]>? Content = null)
{
    private static readonly string Folder = RepositoryRoot.File("tests/Avance.Functions.Tests/Documents/Misread/Files");

    /// <summary>As <c>W6 M4 T10</c>, each followed by its doubts; <c>-</c> for what is not counted.</summary>
    public ValueList<string> Attendance { get; init; } = [];

    /// <summary>The references in one spelling, each followed by its doubts; null if the case is not about them.</summary>
    public ValueList<string>? References { get; init; }

    /// <summary>The trouble of a document that cannot be read; null for one that is read.</summary>
    public string? Trouble { get; init; }

    /// <summary>How many pages and pictures are said to be unread.</summary>
    public int Unread { get; init; }

    public byte[] Bytes() => Content?.Invoke() ?? File.ReadAllBytes(Path.Combine(Folder, Name));

    /// <summary>The case as a document that was read, with what was found in it.</summary>
    public ReadCase Found(ExtractedDocument document) =>
        this with
        {
            Attendance = document.Facts?.Attendance.Select(Text).ToValueList() ?? [],
            References = References is null
                ? null
                : document
                    .Facts?.References.Select(found => string.Join(' ', found.Doubts.Prepend(found.Normalised)))
                    .ToValueList(),
            Trouble = document.Trouble,
            Unread = document.Unread,
        };

    private static string Text(Attendance found) =>
        string.Join(' ', found.Doubts.Prepend($"W{Figure(found.Women)} M{Figure(found.Men)} T{Figure(found.Total)}"));

    private static string Figure(long? figure) => figure?.ToString(CultureInfo.InvariantCulture) ?? "-";
}
