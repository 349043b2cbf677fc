namespace Avance.Functions.Persons;

/// <summary>Whose data is asked for: one of both is enough.</summary>
/// <param name="Address">Of mail.</param>
/// <param name="ObjectId">Of an account of the directory.</param>
public sealed record PersonRequest(EmailAddress? Address = null, Guid? ObjectId = null);
