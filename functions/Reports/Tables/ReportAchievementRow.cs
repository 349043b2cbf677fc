namespace Avance.Functions.Reports.Tables;

/// <summary>An achievement of the period's year, up to the period's end. In what people wrote, addresses and DNI numbers are masked.</summary>
/// <param name="Achievement">Its id.</param>
/// <param name="Theme">The theme under which it is told.</param>
/// <param name="ThemePlace">The theme's place in the report, from 1.</param>
/// <param name="Title">What it is.</param>
/// <param name="Text">What was achieved; may be empty.</param>
/// <param name="Day">The day on which it was achieved, 2023-05-15.</param>
/// <param name="Document">The document that proves it; may be empty.</param>
/// <param name="Link">Where that is published; may be empty.</param>
/// <param name="Unit">Code of the unit that achieved it; empty for none.</param>
/// <param name="UnitKey">Its row in dimunit; empty for none.</param>
/// <param name="Activity">The activity that it belongs to; 0 for none.</param>
/// <param name="ActivityKey">Its row in dimactivity; empty for none.</param>
/// <param name="BodyKey">The row in dimbody of the plan's body.</param>
/// <param name="Women">Women reached; 0 if they were not counted.</param>
/// <param name="Men">Men reached; 0 if they were not counted.</param>
/// <param name="People">People reached; 0 if nobody was counted.</param>
/// <param name="HasSexes">1 if women and men were counted apart, else 0: filter on it before you add up Women or Men.</param>
/// <param name="HasPeople">1 if people were counted, else 0: filter on it before you add up People.</param>
/// <param name="FigureCount">How many further figures it has.</param>
/// <param name="Figures">Those in words, a line each; may be empty.</param>
public sealed record ReportAchievementRow(
    string Achievement,
    string Theme,
    int ThemePlace,
    string Title,
    string Text,
    string Day,
    string Document,
    string Link,
    string Unit,
    string UnitKey,
    int Activity,
    string ActivityKey,
    string BodyKey,
    long Women,
    long Men,
    long People,
    int HasSexes,
    int HasPeople,
    int FigureCount,
    string Figures
) : IReportRow
{
    public string Key => Achievement;
}
