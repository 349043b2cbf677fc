namespace Avance.Samples.Evidence;

/// <summary>Somebody who does not exist, on a list.</summary>
/// <param name="Name">Surnames, then given names, in capitals.</param>
internal sealed record Person(string Name, bool IsWoman, string Office)
{
    private static readonly string[] Surnames =
    [
        "QUISPE",
        "MAMANI",
        "HUAMÁN",
        "FLORES",
        "ROJAS",
        "ÑAHUI",
        "CONDORI",
        "VARGAS",
        "SALAZAR",
        "RAMOS",
        "TORRES",
        "PAUCAR",
        "CÁRDENAS",
        "LAURA",
        "YUPANQUI",
        "SOTO",
        "CHÁVEZ",
        "ROMÁN",
        "PEÑA",
        "VILCA",
    ];

    private static readonly string[] Women =
    [
        "MARÍA ELENA",
        "ROSA",
        "LUCÍA",
        "CARMEN",
        "JULIA",
        "ANA SOFÍA",
        "MILAGROS",
        "TERESA",
        "NOEMÍ",
        "YOLANDA",
        "RUTH",
    ];

    private static readonly string[] Men =
    [
        "JOSÉ",
        "CARLOS",
        "LUIS ALBERTO",
        "PEDRO",
        "JULIO",
        "MARTÍN",
        "RAÚL",
        "VÍCTOR",
        "HUGO",
        "NÉSTOR",
        "SAÚL",
    ];

    /// <summary>Not a real address: the ending is kept free for examples.</summary>
    public string Mail =>
        $"{Name.Split(' ')[0].ToLowerInvariant().Replace("ñ", "n", StringComparison.Ordinal)}@ejemplo.example";

    /// <summary>So many women and men, well mixed; the same every time.</summary>
    /// <param name="from">Where in the names to begin, so that two lists differ.</param>
    public static List<Person> Some(int women, int men, int from = 0, params string[] offices)
    {
        string[] places = offices.Length > 0 ? offices : ["OGRH", "OGA", "OC", "DTEG"];
        var people = new List<Person>();
        for (var (i, w) = (0, 0); i < women + men; i++)
        {
            // Spread evenly: a woman whenever her share of the rows so far calls for one.
            var isWoman = w * (women + men) <= i * women && w < women || i - w >= men;
            w += isWoman ? 1 : 0;
            var k = i + from;
            var given = isWoman ? Women[k % Women.Length] : Men[k % Men.Length];
            var name =
                $"{Surnames[k % Surnames.Length]} {Surnames[(k * 7 + k / Surnames.Length + 3) % Surnames.Length]} {given}";
            people.Add(new Person(name, isWoman, places[k % places.Length]));
        }

        return people;
    }
}
