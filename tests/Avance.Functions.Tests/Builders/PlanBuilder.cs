using Avance.Functions.Http;
using Avance.Functions.Plans;
using Avance.Functions.Plans.Import;

namespace Avance.Functions.Tests.Builders;

/// <summary>Plans as an import makes them.</summary>
public static class PlanBuilder
{
    public static PlanId Id { get; } = new("plan-de-prueba");

    public static BusinessCalendar Lima { get; } =
        new(TimeZoneInfo.FindSystemTimeZoneById("America/Lima"), Holidays.Peru);

    /// <summary>The plan of a file that has nothing wrong with it.</summary>
    public static Plan Build(this PlanFileBuilder file, Plan? current = null)
    {
        var reading = Read(file.ToCsv(), current);
        reading.Problems.ShouldBeEmpty();
        return reading.Draft!;
    }

    /// <summary>The same as it is stored.</summary>
    public static Plan Imported(this PlanFileBuilder file)
    {
        var merged = PlanMerge.Merge(null, file.Build(), Lima);
        merged.Problems.ShouldBeEmpty();
        return merged.Plan;
    }

    public static ParsedPlan Read(byte[] content, Plan? current = null)
    {
        PlanFile.Read(content).Succeeded(out var file, out var error).ShouldBeTrue(error?.Code);
        return PlanParser.Parse(Id, file!, current, Lima);
    }

    public static T ShouldSucceed<T>(this Result<T> result)
        where T : notnull
    {
        result.Succeeded(out var value, out var error).ShouldBeTrue(error?.Code);
        return value!;
    }

    public static Error ShouldBeRefused<T>(this Result<T> result, string code)
        where T : notnull
    {
        result.Succeeded(out _, out var error).ShouldBeFalse();
        error!.Code.ShouldBe(code);
        // Every error has its messages, and they take its arguments.
        Problem.Details(error).Detail.ShouldNotBeNullOrWhiteSpace();
        return error;
    }
}
