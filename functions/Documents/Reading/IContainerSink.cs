namespace Avance.Functions.Documents.Reading;

/// <summary>Takes what a parser finds in a document that contains others.</summary>
internal interface IContainerSink : IReadSink
{
    /// <summary>Says how many parts it has: they count towards the entries that a file may have, all levels together.</summary>
    void Entries(int count);

    /// <summary>A document in it, which is read by itself.</summary>
    /// <param name="name">As its sender called it.</param>
    /// <param name="content">Read to its end before this returns.</param>
    void Contained(string name, Stream content);
}
