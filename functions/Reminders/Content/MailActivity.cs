namespace Avance.Functions.Reminders.Content;

/// <summary>An activity as a mail names it.</summary>
/// <param name="Number">Its number.</param>
/// <param name="Title">What is done.</param>
/// <param name="Note">What is to be corrected or explained; empty for one that is missing.</param>
public sealed record MailActivity(ActivityNumber Number, string Title, string Note = "");
