namespace Avance.Functions.Achievements;

/// <summary>The body with which an achievement is recorded or changed, see <see cref="Achievement"/>.</summary>
/// <param name="Theme">One of the plan's themes.</param>
/// <param name="Date">A day of the plan's years, not in the future.</param>
/// <param name="Women">With <paramref name="Men"/>, or neither.</param>
/// <param name="Total">Women and men, where they are given; may then be left out.</param>
/// <param name="Unit">For the secretariat: the unit that achieved it; null for none. A unit records its own.</param>
public sealed record AchievementRequest(
    string Theme = "",
    string Title = "",
    string Text = "",
    DateOnly? Date = null,
    string Document = "",
    string Link = "",
    ValueList<AchievementFigure>? Figures = null,
    int? Women = null,
    int? Men = null,
    int? Total = null,
    ActivityNumber? Activity = null,
    UnitCode? Unit = null
);
