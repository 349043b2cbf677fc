using Avance.Functions.Plans;
using Avance.Functions.Progress;
using Avance.Functions.Tests.Builders;
using FsCheck;
using FsCheck.Fluent;

namespace Avance.Functions.Tests.Reports;

/// <summary>Figures over the whole range that forms, plan files and amendments take, its edges more often than the rest.</summary>
internal static class AcceptedFigures
{
    /// <summary>What a form may say was executed; 46,781,234 is an identity number in the wrong field.</summary>
    public static readonly decimal[] EdgesOfExecuted =
    [
        0,
        0.0001m,
        46_781_234,
        ProgressValidation.MaxExecuted - 0.0001m,
        ProgressValidation.MaxExecuted,
    ];

    public static readonly decimal[] EdgesOfTarget = [0.0001m, 0.0003m, 70, Goal.MaxTarget - 0.0001m, Goal.MaxTarget];

    private const decimal Step = 0.0001m;

    /// <summary>Whatever number a form may hold that its validation finds nothing wrong with.</summary>
    public static Gen<decimal> Executed() =>
        Numbers(EdgesOfExecuted)
            .Where(value =>
                ProgressValidation
                    .Check(
                        ProgressAction.Submit,
                        TestProgress.Submission(value).ToContent(),
                        [new Goal(new ActivityNumber(1), 2023, 1, GoalMeasure.Count)]
                    )
                    .Count == 0
            );

    public static Gen<decimal> Target() => Numbers(EdgesOfTarget).Where(value => value is > 0 and <= Goal.MaxTarget);

    private static Gen<decimal> Numbers(decimal[] edges) =>
        Gen.OneOf(
            Gen.Elements(edges),
            from digits in Gen.Choose(0, 14)
            from whole in Gen.Choose(0, int.MaxValue)
            from part in Gen.Choose(0, 9_999)
            select Scaled(digits, whole) + (part * Step),
            Gen.Choose(0, 250).Select(value => (decimal)value)
        );

    /// <summary>A number with so many digits, four of them behind the point.</summary>
    private static decimal Scaled(int digits, int whole)
    {
        var most = 1m;
        for (var digit = 0; digit < digits; digit++)
        {
            most *= 10;
        }

        return decimal.Floor(most * whole / int.MaxValue) * Step;
    }
}
