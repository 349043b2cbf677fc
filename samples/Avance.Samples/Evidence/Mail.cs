namespace Avance.Samples.Evidence;

/// <summary>A mail: its headers and what it says.</summary>
/// <param name="From">Name of the office that sends it.</param>
/// <param name="Address">Its address, with an ending that is kept free for examples.</param>
/// <param name="Sent">In Lima.</param>
internal sealed record Mail(string From, string Address, string To, string Subject, DateTime Sent, Paper Body);
