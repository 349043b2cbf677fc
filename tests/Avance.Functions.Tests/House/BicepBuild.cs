namespace Avance.Functions.Tests.House;

/// <summary>What a run of the Bicep compiler said and wrote.</summary>
/// <param name="Result">What it said, its linter's findings among it.</param>
/// <param name="Files">The texts of the files that it wrote, each by its path below the root of the checkout.</param>
internal sealed record BicepBuild(ToolResult Result, IReadOnlyDictionary<string, string> Files);
