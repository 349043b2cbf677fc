using System.Globalization;

namespace Azure.Data.Tables.Filters;

internal static class ODataFilter
{
    public static string Create(FormattableString filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        var literals = new object[filter.ArgumentCount];
        for (var index = 0; index < literals.Length; index++)
        {
            literals[index] = ODataLiteral.Of(filter.GetArgument(index));
        }

        return string.Format(CultureInfo.InvariantCulture, filter.Format, literals);
    }
}
