using Avance.Functions.Reports.Composition;

namespace Avance.Functions.Reports.Word;

internal static class WordCover
{
    public static void Write(WordBody body, ReportCover cover)
    {
        body.Add("Cover", cover.Body);
        body.Add("Cover", cover.WorkingGroup);
        body.Add("Title", cover.Title);
        body.Add("Subtitle", cover.Plan);
        body.Add("Cover", cover.Period);
        body.Add("Cover", cover.Date);
    }
}
