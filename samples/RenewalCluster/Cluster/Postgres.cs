using Npgsql;

namespace RenewalCluster;

/// <summary>The state of grains in PostgreSQL.</summary>
internal static class Postgres
{
    /// <summary>The name under which Orleans knows the driver.</summary>
    public const string Invariant = "Npgsql";

    /// <summary>The variable of the environment that has the connection string.</summary>
    public const string Variable = "RENEWAL_CLUSTER_POSTGRES";

    /// <summary>Makes the tables if they are not there.</summary>
    /// <param name="connectionString">The connection string.</param>
    /// <param name="keepsState">Whether the state of an earlier run is kept, so that the night goes on; else it is deleted.</param>
    public static async Task Prepare(string connectionString, bool keepsState)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        if (await database.CreateCommand("select to_regclass('grain_state')::text").ExecuteScalarAsync() is DBNull)
        {
            await database.CreateCommand(Tables()).ExecuteNonQueryAsync();
        }

        if (!keepsState)
        {
            await database.CreateCommand("truncate grain_state").ExecuteNonQueryAsync();
        }
    }

    /// <summary>Counts the stored shards, and those of them that were written once.</summary>
    /// <param name="connectionString">The connection string.</param>
    public static async Task<(long Stored, long WrittenOnce)> Count(string connectionString)
    {
        await using var database = NpgsqlDataSource.Create(connectionString);
        await using var row = await database
            .CreateCommand("select count(*), count(*) filter (where version = 1) from grain_state").ExecuteReaderAsync();
        await row.ReadAsync();
        return (row.GetInt64(0), row.GetInt64(1));
    }

    private static string Tables()
    {
        using var reader = new StreamReader(typeof(Postgres).Assembly.GetManifestResourceStream("ShardTables")!);
        return reader.ReadToEnd();
    }
}
