namespace Avance.FunctionsHost.TestApp;

/// <summary>What a function is to do.</summary>
/// <param name="Id">By which its calls are told of.</param>
/// <param name="Failures">How many of its calls fail, from the first.</param>
/// <param name="Waits">True if each call waits until the id is released.</param>
public sealed record Instruction(string Id, int Failures = 0, bool Waits = false);
