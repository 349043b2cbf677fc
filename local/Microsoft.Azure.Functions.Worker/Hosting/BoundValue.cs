using System.Globalization;

namespace Microsoft.Azure.Functions.Worker.Hosting;

/// <summary>Turns a value of the binding data, mostly a string of a path, into a parameter's type.</summary>
internal static class BoundValue
{
    // Throws where the text is not of that type: a route constraint prevents it.
    public static object Convert(object value, FunctionParameter parameter)
    {
        var type = Nullable.GetUnderlyingType(parameter.Type) ?? parameter.Type;
        if (type.IsInstanceOfType(value))
        {
            return value;
        }

        var text = System.Convert.ToString(value, CultureInfo.InvariantCulture)!;
        if (type == typeof(string))
        {
            return text;
        }

        if (type == typeof(Guid))
        {
            return Guid.Parse(text, CultureInfo.InvariantCulture);
        }

        if (type == typeof(DateOnly))
        {
            return DateOnly.Parse(text, CultureInfo.InvariantCulture);
        }

        return type.IsEnum
            ? Enum.Parse(type, text, ignoreCase: true)
            : System.Convert.ChangeType(text, type, CultureInfo.InvariantCulture);
    }
}
