using System.Globalization;

namespace Avance.Bench;

/// <summary>A line of the result: what was measured beside what it is compared with.</summary>
/// <param name="Name">What.</param>
/// <param name="App">The app's figure with its unit.</param>
/// <param name="Baseline">The other's, measured in the same run.</param>
/// <param name="Ratio">App ÷ baseline; null where that was not measured.</param>
/// <param name="Aim">What the ratio should be, in words.</param>
/// <param name="Reached">Whether it is; null where there is no aim.</param>
internal sealed record Figure(string Name, string App, string Baseline, double? Ratio, string Aim, bool? Reached)
{
    public static Figure AtLeast(string name, string app, string baseline, double ratio, double aim) =>
        new(name, app, baseline, ratio, $"at least {Number(aim)}", ratio >= aim);

    public static Figure AtMost(string name, string app, string baseline, double ratio, double aim) =>
        new(name, app, baseline, ratio, $"at most {Number(aim)}", ratio <= aim);

    public static Figure Shown(string name, string app, string baseline, double ratio) =>
        new(name, app, baseline, ratio, "", null);

    public static Figure NotMeasured(string name, string app, string aim) =>
        new(name, app, "not measured", null, aim, null);

    private static string Number(double number) => number.ToString("0.0#", CultureInfo.InvariantCulture);
}
