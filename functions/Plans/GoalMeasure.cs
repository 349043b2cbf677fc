namespace Avance.Functions.Plans;

/// <summary>How the periods of a year make up what was executed of a goal.</summary>
public enum GoalMeasure
{
    /// <summary>Things done: the periods add up.</summary>
    Count,

    /// <summary>A share reached: the latest period counts.</summary>
    Percent,

    /// <summary>The value of an indicator: the latest period counts.</summary>
    Value,
}
