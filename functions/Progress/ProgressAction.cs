namespace Avance.Functions.Progress;

/// <summary>What is to be done with what a unit has filled in.</summary>
public enum ProgressAction
{
    /// <summary>Keep it; nothing need be complete.</summary>
    Draft,

    /// <summary>Send it to the secretariat; everything required must be there.</summary>
    Submit,
}
