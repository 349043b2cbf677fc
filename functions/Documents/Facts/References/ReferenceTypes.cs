using Avance.Functions.Documents.Facts.Text;

namespace Avance.Functions.Documents.Facts.References;

/// <summary>The kinds of documents that Peruvian public bodies number, with the short forms in use.</summary>
internal static class ReferenceTypes
{
    public static readonly ReferenceType Mail = new("CORREO", "CORREO") { IsInSystem = true };

    /// <summary>A number without a kind of document.</summary>
    public static readonly ReferenceType Unknown = new("", "") { IsInSystem = true };

    /// <summary>Words for the first word of a kind, whatever follows it.</summary>
    private static readonly (string Word, string Other)[] FirstWords =
    [
        ("INFORME", "INF"),
        ("MEMORANDO", "MEMO"),
        ("MEMORANDO", "MEMORANDUM"),
        ("MEMORANDO", "MEMORANDUN"),
        ("OFICIO", "OF"),
        ("RESOLUCION", "RES"),
        ("RESOLUCION", "RESOL"),
        ("DECRETO", "DEC"),
    ];

    /// <summary>In full, and the short forms; letters with a point between them are written without it as well.</summary>
    private static readonly (ReferenceType Type, string[] Others)[] All =
    [
        Letter("INFORME"),
        Letter("INFORME TÉCNICO", "INFORME", "INFORME TEC"),
        Letter("INFORME TÉCNICO LEGAL", "INFORME", "INFORME TEC LEGAL", "INFORME TEC LEG"),
        Letter("INFORME LEGAL", "INFORME LEGAL", "INFORME LEG"),
        Multiple("INFORME"),
        Letter("MEMORANDO"),
        Multiple("MEMORANDO"),
        Letter("OFICIO"),
        Multiple("OFICIO"),
        Letter("CARTA"),
        Multiple("CARTA"),
        Letter("CIRCULAR"),
        Letter("NOTA"),
        Letter("NOTA INFORMATIVA", "NOTA INFORMATIVA", "NOTA INF"),
        Multiple("NOTA"),
        Letter("PROVEÍDO"),
        Letter("HOJA DE ENVÍO", "HOJA DE ENVIO", "H.E"),
        Letter("HOJA DE TRÁMITE", "HOJA DE TRAMITE", "H.T"),
        Letter("HOJA DE RUTA", "HOJA DE RUTA", "H.R"),
        Letter("HOJA DE COORDINACIÓN"),
        Letter("HOJA DE ELEVACIÓN"),
        Letter("HOJA INFORMATIVA"),
        Letter("AYUDA MEMORIA"),
        Letter("REPORTE"),
        Letter("REQUERIMIENTO"),
        (new ReferenceType("ACTA", "ACTA"), []),
        (new ReferenceType("ORDEN DE SERVICIO", "ORDEN DE SERVICIO") { IsWithoutOffice = true }, ["ORDEN SERV", "O S"]),
        (new ReferenceType("ORDEN DE COMPRA", "ORDEN DE COMPRA") { IsWithoutOffice = true }, ["O C"]),
        Norm("CONTRATO"),
        Norm("CONVENIO"),
        Convenio("CONVENIO MARCO", "CONVENIO MARCO COOPERACION INTERINSTITUCIONAL"),
        Convenio("CONVENIO ESPECÍFICO", "CONVENIO ESPECIFICO COOPERACION INTERINSTITUCIONAL"),
        Convenio("CONVENIO DE COOPERACIÓN INTERINSTITUCIONAL", "CONVENIO INTERINSTITUCIONAL"),
        Norm("ADENDA", "ADDENDA", "ADDENDUM"),
        Norm("DIRECTIVA"),
        Norm("ORDENANZA"),
        Norm("ORDENANZA REGIONAL", "ORD REGIONAL", "ORD REG"),
        Norm("ORDENANZA MUNICIPAL", "ORD MUNICIPAL", "ORD MUN"),
        Acuerdo("ACUERDO"),
        Acuerdo("ACUERDO DE CONCEJO", "ACUERDO CONCEJO MUNICIPAL", "ACUERDO MUNICIPAL"),
        Acuerdo("ACUERDO REGIONAL", "ACUERDO CONSEJO REGIONAL"),
        Acuerdo("ACUERDO DE CONSEJO DIRECTIVO"),
        Acuerdo("ACUERDO DE DIRECTORIO"),
        Norm("RESOLUCIÓN"),
        Norm("RESOLUCIÓN MINISTERIAL", "R.M", "RESOLUCION MIN"),
        Norm("RESOLUCIÓN VICEMINISTERIAL", "R.V.M", "RESOLUCION VICE MINISTERIAL"),
        Norm("RESOLUCIÓN SUPREMA", "R.S", "RESOLUCION SUP"),
        Norm("RESOLUCIÓN LEGISLATIVA"),
        Norm("RESOLUCIÓN DIRECTORAL", "R.D", "RESOLUCION DIR"),
        Norm("RESOLUCIÓN DIRECTORAL REGIONAL", "R.D.R", "RESOLUCION DIR REG"),
        Norm("RESOLUCIÓN SUBDIRECTORAL", "RESOLUCION SUB DIRECTORAL"),
        Norm("RESOLUCIÓN JEFATURAL", "R.J", "RESOLUCION JEF", "RESOLUCION JEFATURA"),
        Norm("RESOLUCIÓN ADMINISTRATIVA", "R.A", "RESOLUCION ADM"),
        Norm("RESOLUCIÓN EJECUTIVA REGIONAL", "R.E.R", "RESOLUCION EJEC REG"),
        Norm("RESOLUCIÓN DE GERENCIA", "RESOLUCION GERENCIAL"),
        Norm("RESOLUCIÓN GERENCIAL REGIONAL", "R.G.R", "RESOLUCION GERENCIA REGIONAL"),
        Norm("RESOLUCIÓN GERENCIAL GENERAL REGIONAL", "R.G.G.R", "RESOLUCION GERENCIA GENERAL REGIONAL"),
        Norm("RESOLUCIÓN RECTORAL"),
        Norm("RESOLUCIÓN SECRETARIAL"),
        Norm("RESOLUCIÓN DE ALCALDÍA", "RESOLUCION ALC"),
        Norm("RESOLUCIÓN DE CONCEJO", "RESOLUCION CONCEJO MUNICIPAL"),
        Norm("RESOLUCIÓN DE CONSEJO DIRECTIVO", "R.C.D"),
        Norm("RESOLUCIÓN DE CONSEJO UNIVERSITARIO", "R.C.U"),
        Norm("RESOLUCIÓN DE PRESIDENCIA", "R.P", "RESOLUCION PRES"),
        Norm("RESOLUCIÓN DE PRESIDENCIA DE CONSEJO DIRECTIVO", "R.P.C.D", "RESOLUCION PRES CONSEJO DIRECTIVO"),
        Norm("RESOLUCIÓN DE PRESIDENCIA EJECUTIVA", "R.P.E", "RESOLUCION PRES EJECUTIVA", "RESOLUCION PRES EJEC"),
        Norm("RESOLUCIÓN DE SECRETARÍA GENERAL", "R.S.G", "RESOLUCION SEC GENERAL", "RESOLUCION SEC GRAL"),
        Norm("RESOLUCIÓN DE SECRETARÍA EJECUTIVA", "R.S.E"),
        Norm("RESOLUCIÓN DE DIRECCIÓN EJECUTIVA", "R.D.E", "RESOLUCION DIRECTORAL EJECUTIVA"),
        Norm("RESOLUCIÓN DE DIRECCIÓN GENERAL"),
        Norm("RESOLUCIÓN DE GERENCIA GENERAL", "R.G.G", "RESOLUCION GERENCIAL GENERAL"),
        Norm("RESOLUCIÓN DE GERENCIA MUNICIPAL", "R.G.M", "RESOLUCION GERENCIAL MUNICIPAL"),
        Norm("RESOLUCIÓN DE SUPERINTENDENCIA"),
        Norm("RESOLUCIÓN DE INTENDENCIA"),
        Norm("RESOLUCIÓN DE CONTRALORÍA"),
        Norm("RESOLUCIÓN DE DIRECTORIO"),
        Norm("DECRETO"),
        Norm("DECRETO SUPREMO", "DECRETO SUP", "D SUPREMO", "D SUP", "D.S"),
        Norm("DECRETO DE ALCALDÍA"),
        Norm("DECRETO REGIONAL"),
        National("DECRETO LEGISLATIVO", "DECRETO LEG", "D.LEG", "D.L"),
        National("DECRETO LEY", "D LEY"),
        National("DECRETO DE URGENCIA", "D.U"),
        National("LEY"),
    ];

    private static readonly ReferenceWords Words = Tree();

    private static readonly Dictionary<string, ReferenceType> ByName = All.Select(item => item.Type)
        .ToDictionary(type => type.Name, StringComparer.Ordinal);

    private static readonly HashSet<string> NormSeries = All.Where(item => item.Type.IsNorm)
        .Select(item => item.Type.Series)
        .ToHashSet(StringComparer.Ordinal);

    /// <param name="name">See <see cref="ReferenceType.Name"/>.</param>
    public static bool IsNorm(string name) => ByName.TryGetValue(name, out var type) && type.IsNorm;

    /// <param name="name">See <see cref="ReferenceType.Name"/>.</param>
    public static bool IsNational(string name) => ByName.TryGetValue(name, out var type) && type.IsNational;

    /// <summary>True for numbers of three digits or so without a D, of a series of their own.</summary>
    /// <param name="name">See <see cref="ReferenceType.Name"/>.</param>
    public static bool HasShortNumbers(string name) => ByName.TryGetValue(name, out var type) && !type.IsInSystem;

    /// <summary>True if the one series says less of the same kind of norm: RESOLUCIÓN for RESOLUCIÓN DIRECTORAL.</summary>
    public static bool IsMoreGeneral(string series, string other) =>
        NormSeries.Contains(series)
        && other.StartsWith(series, StringComparison.Ordinal)
        && other.Length > series.Length
        && other[series.Length] == ' ';

    /// <summary>The type that the folded text names at a position, and where its name ends.</summary>
    public static (ReferenceType Type, int End, bool Misspelled)? At(ReadOnlySpan<char> folded, int start) =>
        Words.At(folded, start);

    private static ReferenceWords Tree()
    {
        var words = new ReferenceWords();
        foreach (var (type, others) in All)
        {
            words.Add(ReadableText.Fold(type.Name), type);
            foreach (var letters in others.Select(other => other.Split('.')))
            {
                // R.S.G., R.SG., RSG
                words.Add(string.Join(' ', letters), type);
                words.Add(string.Concat(letters), type);
                words.Add($"{letters[0]} {string.Concat(letters[1..])}".TrimEnd(), type);
            }
        }

        foreach (var (word, other) in FirstWords)
        {
            words.AddOther(word, other);
        }

        return words;
    }

    private static (ReferenceType Type, string[] Others) Letter(string name) => Letter(name, ReadableText.Fold(name));

    private static (ReferenceType Type, string[] Others) Letter(string name, string series, params string[] others) =>
        (new ReferenceType(name, series) { IsInSystem = true }, others);

    private static (ReferenceType Type, string[] Others) Multiple(string word) =>
        Letter($"{word} MÚLTIPLE", $"{word} MULTIPLE", $"{word} MULT", $"{word} M", $"{word} CIRCULAR", $"{word} CIRC");

    private static (ReferenceType Type, string[] Others) Norm(string name, params string[] others) =>
        (new ReferenceType(name, ReadableText.Fold(name)) { IsNorm = true }, others);

    private static (ReferenceType Type, string[] Others) Convenio(string name, params string[] others) =>
        (new ReferenceType(name, "CONVENIO") { IsNorm = true }, others);

    private static (ReferenceType Type, string[] Others) Acuerdo(string name, params string[] others) =>
        (new ReferenceType(name, "ACUERDO") { IsNorm = true, IsOrdinaryWord = true }, others);

    private static (ReferenceType Type, string[] Others) National(string name, params string[] others) =>
        (new ReferenceType(name, ReadableText.Fold(name)) { IsNorm = true, IsNational = true }, others);
}
