using System.Diagnostics.CodeAnalysis;

namespace Avance.Functions.Http;

/// <summary>A value, or the reason why there is none.</summary>
public sealed class Result<T>
    where T : notnull
{
    private Result(T? value, Error? error)
    {
        Value = value;
        Error = error;
    }

    public T? Value { get; }

    public Error? Error { get; }

    public static implicit operator Result<T>(T value) => new(value, null);

    public static implicit operator Result<T>(Error error) => new(default, error);

    /// <summary>True with the value; false with the error.</summary>
    public bool Succeeded([NotNullWhen(true)] out T? value, [NotNullWhen(false)] out Error? error)
    {
        value = Value;
        error = Error;
        return error is null;
    }
}
