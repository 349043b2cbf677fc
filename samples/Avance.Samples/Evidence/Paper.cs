namespace Avance.Samples.Evidence;

/// <summary>What a document says, for any format, and what a person would note down of it.</summary>
internal sealed class Paper
{
    // Written out, since machines differ in septiembre and setiembre.
    private static readonly string[] Months =
        "enero febrero marzo abril mayo junio julio agosto setiembre octubre noviembre diciembre".Split(' ');

    private readonly List<Block> blocks = [];

    /// <param name="kind">What a person would say it is, in the words of the app's kinds of documents.</param>
    public Paper(string kind = "unknown") => Kind = kind;

    public string Kind { get; }

    /// <summary>The number it bears itself, in the one spelling; null without one.</summary>
    public string? Number { get; private set; }

    /// <summary>The name of its sheet, if it is written as a workbook.</summary>
    public string Sheet { get; init; } = "Lista";

    public IReadOnlyList<Block> Blocks => blocks;

    /// <summary>A report with its letterhead, as the document-management system prints it.</summary>
    /// <param name="number">As printed.</param>
    /// <param name="normalised">The same in the one spelling.</param>
    public static Paper Letter(string kind, string number, string normalised, string subject, DateOnly date) =>
        new Paper(kind)
            .Numbered(number, normalised)
            .Line("A : Secretaría Técnica del grupo de trabajo")
            .Line($"Asunto : {subject}")
            .Line($"Fecha : Lima, {date.Day} de {Months[date.Month - 1]} de {date.Year}", Note.Date(date));

    /// <inheritdoc cref="Letter(string, string, string, string, DateOnly)"/>
    /// <param name="month">Of 2023.</param>
    public static Paper Letter(string kind, string number, string normalised, string subject, int month, int day) =>
        Letter(kind, number, normalised, subject, new DateOnly(2023, month, day));

    /// <summary>The line with the document's own number.</summary>
    public Paper Numbered(string number, string normalised)
    {
        Number = normalised;
        return Line(number, Note.Reference(normalised));
    }

    public Paper Line(string text, params Note[] notes)
    {
        blocks.Add(
            new Block(
                [
                    [text],
                ],
                [.. notes.Select(note => (0, note))]
            )
        );
        return this;
    }

    public Paper Table(string[][] rows, params (int Row, Note Note)[] notes)
    {
        blocks.Add(new Block(rows, notes));
        return this;
    }

    /// <summary>A list of people with a column of sex.</summary>
    public Paper List(IReadOnlyList<Person> people, string woman = "F", string man = "M", string header = "SEXO")
    {
        var women = people.Count(person => person.IsWoman);
        return Table(
            [
                ["N°", "APELLIDOS Y NOMBRES", header, "UNIDAD"],
                .. people.Select(
                    (person, index) =>
                        new[] { $"{index + 1}", person.Name, person.IsWoman ? woman : man, person.Office }
                ),
            ],
            (0, Note.List(women, people.Count - women, people.Count))
        );
    }

    /// <summary>A list of people that does not say who is a woman and who is a man.</summary>
    public Paper ListWithoutSex(IReadOnlyList<Person> people) =>
        Table([
            ["N°", "APELLIDOS Y NOMBRES", "UNIDAD", "CORREO"],
            .. people.Select((person, index) => new[] { $"{index + 1}", person.Name, person.Office, person.Mail }),
        ]);
}
