using Avance.Functions.Documents;

namespace Avance.Functions.Reports.EvidenceArchives;

/// <summary>Gives each file of an archive a path of its own that every system can unpack, and that stays in its folder.</summary>
public sealed class ArchiveNames
{
    /// <summary>Names of devices, which Windows takes for no file whatever their ending.</summary>
    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase)
    {
        "CON",
        "PRN",
        "AUX",
        "NUL",
        "COM1",
        "COM2",
        "COM3",
        "COM4",
        "COM5",
        "COM6",
        "COM7",
        "COM8",
        "COM9",
        "LPT1",
        "LPT2",
        "LPT3",
        "LPT4",
        "LPT5",
        "LPT6",
        "LPT7",
        "LPT8",
        "LPT9",
    };

    // Windows does not tell capitals from small letters.
    private readonly HashSet<string> taken = new(StringComparer.OrdinalIgnoreCase);

    /// <summary><c>Actividad 034/Informe.pdf</c>; a second file of that name is <c>Informe (2).pdf</c>.</summary>
    public string Add(ActivityNumber activity, string name)
    {
        var clean = FileName.Clean(name);
        var (stem, ending) = (Path.GetFileNameWithoutExtension(clean), Path.GetExtension(clean));
        stem = Reserved.Contains(clean.Split('.')[0]) ? $"_{stem}" : stem;
        var folder = $"Actividad {activity.Key}";
        var path = $"{folder}/{stem}{ending}";
        for (var number = 2; !taken.Add(path); number++)
        {
            path = $"{folder}/{stem} ({number}){ending}";
        }

        return path;
    }
}
