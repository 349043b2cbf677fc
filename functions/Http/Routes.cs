namespace Avance.Functions.Http;

/// <summary>How the routes of the functions begin. host.json adds no prefix, so that pages have short addresses.</summary>
public static class Routes
{
    /// <summary>What programs call.</summary>
    public const string Api = "api/";

    /// <summary>Where form links lead.</summary>
    public const string Entry = "entrar";

    /// <summary>Where a session begins.</summary>
    public const string Start = "inicio";
}
