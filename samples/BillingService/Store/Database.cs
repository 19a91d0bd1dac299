using System.Data.Common;
using Dapper;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace BillingService.Store;

/// <summary>The database: PostgreSQL if the connection string names a host, else SQLite. Both run the same statements.</summary>
internal sealed class Database : IAsyncDisposable
{
    private readonly DbDataSource _source;
    private readonly DbConnection? _keepsMemoryAlive;

    internal Database(string connectionString)
    {
        Columns.Register();
        IsPostgres = connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        _source = IsPostgres
            ? NpgsqlDataSource.Create(connectionString)
            : SqliteFactory.Instance.CreateDataSource(connectionString);
        if (connectionString.Contains("Mode=Memory", StringComparison.OrdinalIgnoreCase))
        {
            _keepsMemoryAlive = _source.OpenConnection();
        }
    }

    internal bool IsPostgres { get; }

    internal async Task<DbConnection> OpenAsync() => await _source.OpenConnectionAsync();

    internal async Task<IReadOnlyList<T>> ListAsync<T>(string sql, object? values = null)
    {
        await using var connection = await OpenAsync();
        return [.. await connection.QueryAsync<T>(sql, values)];
    }

    internal async Task<T?> FindAsync<T>(string sql, object? values = null)
    {
        await using var connection = await OpenAsync();
        return await connection.QuerySingleOrDefaultAsync<T>(sql, values);
    }

    internal async Task<Instant?> FindInstantAsync(string sql, object? values = null) =>
        await FindAsync<long?>(sql, values) is { } ticks ? Instant.FromUnixTimeTicks(ticks) : null;

    internal async Task<int> ExecuteAsync(string sql, object? values = null)
    {
        await using var connection = await OpenAsync();
        return await connection.ExecuteAsync(sql, values);
    }

    /// <summary>Runs several statements as one: all of them stand, or, if the work answers false, none.</summary>
    internal async Task<bool> InOneAsync(Func<DbTransaction, Task<bool>> work)
    {
        await using var connection = await OpenAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var stands = await work(transaction);
        await (stands ? transaction.CommitAsync() : transaction.RollbackAsync());
        return stands;
    }

    public async ValueTask DisposeAsync()
    {
        if (_keepsMemoryAlive is not null)
        {
            await _keepsMemoryAlive.DisposeAsync();
        }

        await _source.DisposeAsync();
    }
}
