namespace Avance.Functions.Reports.Successors;

/// <summary>Where a goal of the draft comes from.</summary>
/// <param name="Year">Its year; with the activity it is the goal's key.</param>
/// <param name="From">The year of the goal that it was made of.</param>
/// <param name="Reason">Kept, carried over or rescheduled.</param>
public sealed record SuccessorGoal(int Year, int From, SuccessorReason Reason);
