using Avance.Functions.Plans;

namespace Avance.Functions.Reports.Texts;

/// <summary>All texts of a report: the drafts, and what people made of them.</summary>
/// <param name="Edits">As they were read, withdrawn ones too.</param>
public sealed record PeriodTexts(Plan Plan, Period Period, ValueList<TextDraft> Drafts, ValueList<EditedText> Edits)
{
    public ValueList<ReportText> Merge() =>
        Drafts.Select(draft => TextRules.Merge(draft, FindEdit(draft.Section))).ToValueList();

    /// <summary>Null if the report has no such section.</summary>
    public TextDraft? FindDraft(TextSection section) => Drafts.FirstOrDefault(draft => draft.Section == section);

    public EditedText? FindEdit(TextSection section) => TextRules.Find(Plan, Edits, section);
}
