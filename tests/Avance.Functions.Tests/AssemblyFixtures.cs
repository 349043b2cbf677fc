using Avance.Testing;

[assembly: AssemblyFixture(typeof(AzuriteFixture))]
