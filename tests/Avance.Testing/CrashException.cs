namespace Avance.Testing;

/// <summary>Stands for a process that ends at this point.</summary>
public sealed class CrashException() : Exception("The process ended here.");
