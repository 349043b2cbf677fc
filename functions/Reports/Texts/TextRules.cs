using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Progress;

namespace Avance.Functions.Reports.Texts;

/// <summary>What drafts and edits of texts make together, and what a request makes of a text. Pure.</summary>
public static class TextRules
{
    /// <summary>Longest text, in characters.</summary>
    public const int MaxText = 20_000;

    public static ReportText Merge(TextDraft draft, EditedText? edit)
    {
        if (edit is null or { IsWithdrawn: true })
        {
            var version = edit?.Version ?? 0;
            return new ReportText(
                draft.Section,
                draft.Title,
                draft.Text,
                "",
                draft.Text,
                false,
                false,
                [],
                version,
                "",
                null
            );
        }

        var merged = TextMerge.Merge(edit.Base, edit.Text, draft.Text);
        return new ReportText(
            draft.Section,
            draft.Title,
            draft.Text,
            edit.Base,
            merged.Text,
            true,
            edit.Base != draft.Text,
            merged.Changes,
            edit.Version,
            edit.By,
            edit.At
        );
    }

    /// <summary>The edit of a section, also one that was made before its unit was renamed.</summary>
    public static EditedText? Find(Plan plan, IEnumerable<EditedText> edits, TextSection section)
    {
        var all = edits.ToList();
        return all.Find(edit => edit.Section == section)
            ?? all.Find(edit =>
                section.Unit is { } unit
                && edit.Section.Unit is { } before
                && plan.FindUnit(before) is null
                && plan.FindUnitByAnyCode(before)?.Code == unit
            );
    }

    /// <param name="seen">The version that the caller saw.</param>
    /// <returns>The current edit itself if the request says the same.</returns>
    public static Result<EditedText> Save(
        TextDraft draft,
        EditedText? current,
        int seen,
        TextRequest request,
        Caller caller,
        DateTimeOffset now
    )
    {
        var text = Normal(request.Text).Trim();
        if (text.Length == 0)
        {
            return Error.Invalid("text-missing", "text");
        }

        // A draft may be longer than what people may write.
        var most = Math.Max(MaxText, draft.Text.Length);
        if (
            ProgressValidation
                .TooLong("text", text, MaxText)
                .Concat(ProgressValidation.TooLong("draft", request.Draft ?? "", most))
                .FirstOrDefault() is
            { } tooLong
        )
        {
            return tooLong;
        }

        var seenDraft = request.Draft is { } given ? Normal(given) : draft.Text;
        return Change(draft.Section, current, seen, seenDraft, text, isWithdrawn: false, caller, now);
    }

    /// <summary>Gives the draft back.</summary>
    /// <inheritdoc cref="Save"/>
    public static Result<EditedText> Withdraw(
        TextDraft draft,
        EditedText? current,
        int seen,
        Caller caller,
        DateTimeOffset now
    ) => Change(draft.Section, current, seen, "", "", isWithdrawn: true, caller, now);

    private static Result<EditedText> Change(
        TextSection section,
        EditedText? current,
        int seen,
        string origin,
        string text,
        bool isWithdrawn,
        Caller caller,
        DateTimeOffset now
    )
    {
        var version = current?.Version ?? 0;
        if (
            EditedVersions.IsRepeated(version, seen)
            && (current!.Base, current.Text, current.IsWithdrawn) == (origin, text, isWithdrawn)
        )
        {
            return current;
        }

        return EditedVersions.Check(version, seen) is { } changed
            ? changed
            : new EditedText(
                section,
                origin,
                text,
                isWithdrawn,
                seen + 1,
                caller.Name,
                now,
                // What was edited under an earlier code of the unit stays where it is.
                current?.Section == section
                    ? current.ETag
                    : null
            );
    }

    private static string Normal(string text) => text.ReplaceLineEndings("\n");
}
