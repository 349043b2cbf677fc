namespace Avance.Functions.Evidence;

/// <summary>The body that makes a file of its parts.</summary>
/// <param name="Name">What the file is called.</param>
/// <param name="Size">In bytes, of all parts together.</param>
public sealed record FileClosing(string Name, long Size);
