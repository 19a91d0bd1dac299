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

    // SQLite has one writer at a time, and lets a second one sleep and try again: a queue is quicker.
    private readonly SemaphoreSlim? _writer;

    internal Database(string connectionString)
    {
        Columns.Register();
        IsPostgres = connectionString.Contains("Host=", StringComparison.OrdinalIgnoreCase);
        _source = IsPostgres
            ? NpgsqlDataSource.Create(connectionString)
            : SqliteFactory.Instance.CreateDataSource(connectionString);
        _writer = IsPostgres ? null : new SemaphoreSlim(1);
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
        using var turn = await WriteAsync();
        await using var connection = await OpenAsync();
        return await connection.ExecuteAsync(sql, values);
    }

    /// <summary>Runs a statement that writes and gives back an instant; null if no row was written.</summary>
    internal async Task<Instant?> WriteInstantAsync(string sql, object values)
    {
        using var turn = await WriteAsync();
        return await FindInstantAsync(sql, values);
    }

    /// <summary>Runs several statements as one: all of them stand, or, if the work answers false, none.</summary>
    internal async Task<bool> InOneAsync(Func<DbTransaction, Task<bool>> work)
    {
        using var turn = await WriteAsync();
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

        _writer?.Dispose();
        await _source.DisposeAsync();
    }

    /// <summary>Waits for the turn to write; PostgreSQL takes every writer at once.</summary>
    private async Task<Turn> WriteAsync()
    {
        if (_writer is not null)
        {
            await _writer.WaitAsync();
        }

        return new Turn(_writer);
    }

    private readonly record struct Turn(SemaphoreSlim? Writer) : IDisposable
    {
        public void Dispose() => Writer?.Release();
    }
}
