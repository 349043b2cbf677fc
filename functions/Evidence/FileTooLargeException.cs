namespace Avance.Functions.Evidence;

/// <summary>A file has more bytes than are taken.</summary>
public sealed class FileTooLargeException() : Exception("The file has more bytes than are taken.");
