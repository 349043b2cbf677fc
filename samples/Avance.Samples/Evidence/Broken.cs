using Avance.Samples.Evidence.Expected;
using Avance.Samples.Evidence.Formats;

namespace Avance.Samples.Evidence;

/// <summary>Makes files that cannot be read, each for another reason. The reasons are the app's words.</summary>
internal static class Broken
{
    /// <summary>The upload stopped half-way.</summary>
    public static SampleFile Truncated(SampleFile file, string? format = null) =>
        new(file.Name, file.Content[..(file.Content.Length / 2)], [Notes(file.Name, format, "Malformed")]);

    public static SampleFile Encrypted(string name) =>
        new(name, PdfWriter.Encrypted(), [Notes(name, "pdf", nameof(Encrypted))]);

    /// <summary>A workbook with a password: a compound file around bytes that nobody can read.</summary>
    public static SampleFile EncryptedOffice(string name)
    {
        var file = new CompoundFileWriter();
        file.AddStream("EncryptionInfo", [4, 0, 4, 0, 0x40, 0, 0, 0]);
        file.AddStream("EncryptedPackage", [.. Enumerable.Range(0, 5_000).Select(i => (byte)(i * 37 % 251))]);
        return new SampleFile(name, file.ToArray(), [Notes(name, null, nameof(Encrypted))]);
    }

    /// <summary>A document without a word.</summary>
    public static SampleFile Empty(string name) =>
        new(name, WordWriter.Write(new Paper()), [Notes(name, "docx", nameof(Empty))]);

    /// <summary>A document of the Word of before 2007, which is not taken; its first bytes are those of an XLS.</summary>
    public static SampleFile OldWord(string name, Paper paper)
    {
        var file = new CompoundFileWriter();
        file.AddText("WordDocument", string.Join('\n', paper.Blocks.Select(block => block.Text)));
        return new SampleFile(name, file.ToArray(), [Notes(name, null, "TypeNotAllowed")]);
    }

    public static DocumentNotes Notes(string name, string? format, string trouble) =>
        new(name, [], format, true, trouble, null, false, "unknown", []);
}
