using Npgsql;

namespace BillingService.Tests;

/// <summary>An empty database: in memory, or, if the environment names a PostgreSQL server, a schema of its own there.</summary>
internal static class TestDatabase
{
    private const string Variable = "BILLING_TEST_POSTGRES";

    internal static string New() => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? SchemaAt(server)
        : $"Data Source={Guid.NewGuid():N};Mode=Memory;Cache=Shared";

    /// <summary>A database that another process can open as well.</summary>
    internal static string NewShared(string folder) => Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } server
        ? SchemaAt(server)
        : $"Data Source={Path.Combine(folder, "billing.db")}";

    private static string SchemaAt(string server)
    {
        var schema = $"test_{Guid.NewGuid():N}";
        using var connection = new NpgsqlConnection(server);
        connection.Open();
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
        command.CommandText = $"create schema {schema}";
#pragma warning restore CA2100
        command.ExecuteNonQuery();
        return $"{server};Search Path={schema};Maximum Pool Size=16";
    }
}
