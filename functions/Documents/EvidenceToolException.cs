namespace Avance.Functions.Documents;

/// <summary>A program that reads documents failed in a way that says nothing about the document: another try may do.</summary>
public sealed class EvidenceToolException(string message) : Exception(message);
