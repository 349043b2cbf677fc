namespace Avance.Functions.Persons;

/// <param name="Id">Made by the caller; the same request again goes on with the same pseudonym.</param>
/// <param name="Address">Of mail.</param>
/// <param name="ObjectId">Of an account of the directory.</param>
/// <param name="Reason">For the audit: never the address. 1 to 500 characters.</param>
public sealed record ErasureRequest(Guid Id, string Reason, EmailAddress? Address = null, Guid? ObjectId = null);
