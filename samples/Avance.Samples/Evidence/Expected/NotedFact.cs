namespace Avance.Samples.Evidence.Expected;

/// <summary>Something noted down of a document, by the people who made it or by the app.</summary>
/// <param name="Sort"><c>reference</c>, <c>date</c>, <c>attendance</c> or <c>count</c>.</param>
/// <param name="Value">In one spelling.</param>
/// <param name="Place">Where a person looks it up: a page, a sheet and cell, or a paragraph.</param>
public sealed record NotedFact(string Sort, string Value, string Place);
