namespace Avance.Functions.Tests.House;

/// <summary>What a tool returned and wrote.</summary>
internal sealed record ToolResult(int ExitCode, string Output, string Error);
