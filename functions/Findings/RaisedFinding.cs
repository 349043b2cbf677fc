using Avance.Functions.Documents;

namespace Avance.Functions.Findings;

/// <summary>What a rule says of a claim.</summary>
/// <param name="Subject">
/// What it is about, in a stable form: with the code and the file it makes the finding's id. It holds the figures at
/// issue, so that an explanation given for 180 against 178 does not hold for 300 against 178; never a text that a person
/// wrote, an instant, or a place in a list.
/// </param>
/// <param name="Arguments">What the placeholders of the detail stand for, formatted as people read them.</param>
public sealed record RaisedFinding(string Subject, ValueList<string> Arguments)
{
    /// <summary>The file that it is about; null if it is about the claim itself.</summary>
    public EvidenceId? File { get; init; }

    /// <summary>Where in that file; null for the file as a whole.</summary>
    public ReadLocation? Where { get; init; }

    /// <summary>Where the same is cited, for findings on what is cited twice: that claim is examined again as well.</summary>
    public ClaimAddress? Elsewhere { get; init; }

    /// <summary>About one document of a file, whatever it says.</summary>
    public static RaisedFinding About(ExaminedFile file, ExtractedDocument document, ValueList<string> arguments) =>
        new(string.Join('/', document.Path), arguments) { File = file.Id, Where = new ReadLocation(document.Path) };
}
