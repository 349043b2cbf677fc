namespace Avance.Functions.Documents.Reading.Packages;

/// <param name="Target">Name of a part of the same package.</param>
internal sealed record Relation(string Id, string Type, string Target);
