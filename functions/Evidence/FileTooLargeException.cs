namespace Avance.Functions.Evidence;

/// <summary>A file is larger than allowed.</summary>
public sealed class FileTooLargeException() : Exception("The file has more bytes than are taken.");
