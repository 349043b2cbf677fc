using Avance.Functions.Documents.Reading.Packages;

namespace Avance.Functions.Documents.Reading.Odf;

internal static class OdfEncryption
{
    /// <exception cref="UnreadableException">The manifest says that the parts are encrypted.</exception>
    public static void Check(Package package)
    {
        using var xml = package.TryOpenXml("META-INF/manifest.xml");
        while (xml?.Read() == true)
        {
            if (xml is { IsStart: true, Name: "encryption-data" })
            {
                throw new UnreadableException(ReadTrouble.Encrypted, "encryption-data in the manifest");
            }
        }
    }
}
