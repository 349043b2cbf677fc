namespace Avance.Functions.Documents.Reading;

/// <summary>Receives what a parser finds in a document that contains others.</summary>
internal interface IContainerSink : IReadSink
{
    /// <summary>Reports its count of entries, which counts towards the limit of the file, all levels together.</summary>
    void Entries(int count);

    /// <summary>A document in it, which is read separately.</summary>
    /// <param name="name">Its name, as its sender wrote it.</param>
    /// <param name="content">Read to its end before this returns.</param>
    void Contained(string name, Stream content);
}
