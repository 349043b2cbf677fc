namespace Avance.Bench;

/// <summary>What has been measured.</summary>
internal sealed class Report
{
    /// <summary>Lines of the table.</summary>
    public List<Figure> Figures { get; } = [];

    /// <summary>What the reader of the table should know.</summary>
    public List<string> Notes { get; } = [];

    public void Add(Figure figure) => Figures.Add(figure);

    public void Note(string note) => Notes.Add(note);
}
