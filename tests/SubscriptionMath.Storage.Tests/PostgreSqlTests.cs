using Npgsql;
using NpgsqlTypes;

namespace SubscriptionMath.Storage.Tests;

/// <summary>A table in PostgreSQL with the document as jsonb.</summary>
/// <remarks>
/// The tests run where <c>SUBSCRIPTIONMATH_POSTGRESQL</c> has a connection string, such as
/// <c>Host=localhost;Database=test;Username=test</c>. Elsewhere they are reported as skipped, with this sentence. They write only to a
/// schema of their own, and drop it.
/// </remarks>
public sealed class PostgreSqlTests : IAsyncLifetime
{
    private const string Variable = "SUBSCRIPTIONMATH_POSTGRESQL";

    private const string Table = """
        create table subscription (
            id            text primary key,
            version       bigint not null,
            status        text generated always as (document ->> 'status') stored,
            next_event_at timestamptz,
            document      jsonb not null);
        create index on subscription (next_event_at);
        """;

    private readonly string _schema = $"subscription_math_{Guid.NewGuid():N}";
    private NpgsqlDataSource? _source;

    public async ValueTask InitializeAsync()
    {
        var given = Environment.GetEnvironmentVariable(Variable);
        Assert.SkipWhen(string.IsNullOrEmpty(given), $"PostgreSQL is not tested here: {Variable} has no connection string.");
        await using (var admin = NpgsqlDataSource.Create(given!))
        {
            await Execute(admin, $"create schema {_schema}");
        }

        _source = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(given) { SearchPath = _schema });
        await Execute(_source, Table);
    }

    public async ValueTask DisposeAsync()
    {
        if (_source is not null)
        {
            await Execute(_source, $"drop schema {_schema} cascade");
            await _source.DisposeAsync();
        }
    }

    /// <summary>jsonb sorts the members of a document, so that the kind of a case no longer comes first.</summary>
    [Fact]
    public async Task A_subscription_reads_back_equal_from_jsonb()
    {
        var held = Shop.Upgrade(Shop.Personal("S-1")).SubscriptionAfter;
        await Insert(held);
        Assert.Equal(held, await Load("S-1"));
        Assert.NotEqual(BillingJson.Write(held), (string?)await Scalar("select document::text from subscription"));
    }

    [Fact]
    public async Task A_quote_reads_back_equal_from_jsonb()
    {
        var quote = Shop.Upgrade(Shop.Personal("S-1"));
        var json = (string)(await Scalar("select $1::jsonb::text", (NpgsqlDbType.Text, BillingJson.Write<Answer>(quote))))!;
        Assert.Equal(quote, BillingJson.Read<Answer>(json));
        Assert.Equal(Shop.Policy, BillingJson.Read<BillingPolicy>(
            (string)(await Scalar("select $1::jsonb::text", (NpgsqlDbType.Text, BillingJson.Write(Shop.Policy))))!));
    }

    [Fact]
    public async Task Of_two_quotes_for_one_version_the_first_is_booked()
    {
        await Insert(Shop.Personal("S-1"));
        var (upgrade, cancellation) = (Shop.Upgrade(await Load("S-1")), Shop.Cancellation(await Load("S-1")));

        Assert.Equal((1, 0), (await Book(upgrade), await Book(cancellation)));
        Assert.Equal(upgrade.SubscriptionAfter, await Load("S-1"));
        Assert.Equal("active", await Scalar("select status from subscription"));
    }

    [Fact]
    public async Task Due_events_are_found_by_the_column_and_the_plan_by_the_document()
    {
        await Insert(Shop.Personal("S-1"));
        var due = Shop.NextEvent(Shop.Personal("S-1"))!.Value.ToDateTimeOffset();
        const string Sql = "select id from subscription where next_event_at <= $1 and document @> '{\"plan\": {\"productId\": \"personal\"}}'";

        Assert.Null(await Scalar(Sql, (NpgsqlDbType.TimestampTz, due.AddSeconds(-1))));
        Assert.Equal("S-1", await Scalar(Sql, (NpgsqlDbType.TimestampTz, due)));
    }

    private Task<int> Insert(Subscription held) => Execute(
        _source!,
        "insert into subscription (id, version, next_event_at, document) values ($1, $2, $3, $4)",
        Columns(held));

    private Task<int> Book(Quote quote) => Execute(
        _source!,
        "update subscription set version = $2, next_event_at = $3, document = $4 where id = $1 and version = $5",
        [.. Columns(quote.SubscriptionAfter), (NpgsqlDbType.Bigint, quote.ForVersion)]);

    private async Task<Subscription> Load(string id) => BillingJson.Read<Subscription>(
        (string)(await Scalar("select document::text from subscription where id = $1", (NpgsqlDbType.Text, id)))!);

    private static (NpgsqlDbType, object)[] Columns(Subscription held) =>
    [
        (NpgsqlDbType.Text, held.Id),
        (NpgsqlDbType.Bigint, held.Version),
        (NpgsqlDbType.TimestampTz, Shop.NextEvent(held)?.ToDateTimeOffset() is { } next ? next : DBNull.Value),
        (NpgsqlDbType.Jsonb, BillingJson.Write(held)),
    ];

    private async Task<object?> Scalar(string sql, params (NpgsqlDbType, object)[] parameters)
    {
        await using var command = Command(_source!, sql, parameters);
        return await command.ExecuteScalarAsync();
    }

    private static async Task<int> Execute(NpgsqlDataSource source, string sql, params (NpgsqlDbType, object)[] parameters)
    {
        await using var command = Command(source, sql, parameters);
        return await command.ExecuteNonQueryAsync();
    }

    private static NpgsqlCommand Command(NpgsqlDataSource source, string sql, (NpgsqlDbType Type, object Value)[] parameters)
    {
#pragma warning disable CA2100 // The texts are those of this file.
        var command = source.CreateCommand(sql);
#pragma warning restore CA2100
        foreach (var (type, value) in parameters)
        {
            command.Parameters.Add(new NpgsqlParameter { NpgsqlDbType = type, Value = value });
        }

        return command;
    }
}
