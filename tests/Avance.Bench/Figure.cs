namespace Avance.Bench;

/// <summary>A line of the result: what was measured beside what it is compared with.</summary>
/// <param name="Name">What.</param>
/// <param name="App">The app's figure with its unit.</param>
/// <param name="Baseline">The other's, measured in the same run.</param>
/// <param name="Ratio">App ÷ baseline; null where that was not measured.</param>
/// <param name="Aim">What the ratio should be, in words.</param>
/// <param name="Reached">Whether it is; null where there is no aim.</param>
internal sealed record Figure(
    string Name,
    string App,
    string Baseline,
    double? Ratio,
    string Aim = "",
    bool? Reached = null
)
{
    /// <param name="format">Of both numbers, with their unit.</param>
    public static Figure Of(string name, double app, double baseline, string format = "#,0") =>
        new(name, app.ToString(format), baseline.ToString(format), app / baseline);

    public Figure AtLeast(double aim) => this with { Aim = $"at least {aim:0.0#}", Reached = Ratio >= aim };

    public Figure AtMost(double aim) => this with { Aim = $"at most {aim:0.0#}", Reached = Ratio <= aim };
}
