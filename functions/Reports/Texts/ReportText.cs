namespace Avance.Functions.Reports.Texts;

/// <summary>A text as the report has it.</summary>
/// <param name="Draft">As its template has it with the figures of now.</param>
/// <param name="Base">The draft that its editor saw: sent along again, it keeps what has changed since; empty unless it was edited.</param>
/// <param name="Text">What the report says; paragraphs are separated by an empty line.</param>
/// <param name="IsEdited">True if a person edited it.</param>
/// <param name="FiguresChanged">True if the draft has changed since: saving the text again confirms it.</param>
/// <param name="Changes">What has changed; empty unless it was edited.</param>
/// <param name="Version">The version to send with the next change; 0 if no person has touched it.</param>
/// <param name="By">Who edited it last; empty unless it was edited.</param>
/// <param name="At">When; null unless it was edited.</param>
public sealed record ReportText(
    TextSection Section,
    string Title,
    string Draft,
    string Base,
    string Text,
    bool IsEdited,
    bool FiguresChanged,
    ValueList<TextChange> Changes,
    int Version,
    string By,
    DateTimeOffset? At
);
