namespace Avance.Functions.Plans.WorkPlans;

/// <summary>Who owes a product.</summary>
public enum ProductOwners
{
    /// <summary>The bodies that the product names.</summary>
    Named,

    /// <summary>All bodies of the plan: units that are a body or the secretariat.</summary>
    AllBodies,

    /// <summary>All bodies that give a service whose protocol is in force by the end of the semester.</summary>
    BodiesWithProtocol,
}
