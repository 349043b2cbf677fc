namespace Avance.Testing.Scale;

/// <summary>A partition of a table, a queue, or a container of blobs.</summary>
/// <inheritdoc cref="StorageRequest"/>
public sealed record StoragePlace(string Service, string Resource, string Partition)
{
    /// <summary>Stands for the plan in the partition of a cost.</summary>
    public const string AnyPlan = "PLAN";

    /// <summary>Stands for the body, which is called as its plan, in capitals.</summary>
    public const string AnyBody = "BODY";

    /// <summary>Stands for a day in the partition of a cost, which the outbox has.</summary>
    public const string AnyDay = "DAY";

    /// <summary>True in a cost for what is one plan's or one body's own.</summary>
    public bool IsOfPlan =>
        Partition.Contains(AnyPlan, StringComparison.Ordinal) || Partition.Contains(AnyBody, StringComparison.Ordinal);

    /// <summary>The same place for whichever day.</summary>
    public StoragePlace OfAnyDay =>
        Partition.Length == 8 && Partition.All(char.IsAsciiDigit) ? this with { Partition = AnyDay } : this;

    /// <summary>The same place for whichever plan and day.</summary>
    public StoragePlace Of(PlanId plan) =>
        OfAnyDay with
        {
            Partition = OfAnyDay
                .Partition.Replace($"{plan}", AnyPlan, StringComparison.Ordinal)
                .Replace($"{plan}".ToUpperInvariant(), AnyBody, StringComparison.Ordinal),
        };

    /// <summary>The place of one plan.</summary>
    public StoragePlace For(PlanId plan) =>
        this with
        {
            Partition = Partition
                .Replace(AnyPlan, $"{plan}", StringComparison.Ordinal)
                .Replace(AnyBody, $"{plan}".ToUpperInvariant(), StringComparison.Ordinal),
        };

    public override string ToString() => Partition.Length == 0 ? $"{Resource}" : $"{Resource}·{Partition}";
}
