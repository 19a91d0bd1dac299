using System.Globalization;
using Microsoft.Data.Sqlite;

namespace SubscriptionMath.Storage.Tests;

/// <summary>A table in SQLite with nothing between it and the library.</summary>
public sealed class SqliteTests : IDisposable
{
    private const string Table = """
        create table subscription (
            id            text primary key,
            version       integer not null,
            status        text not null,
            next_event_at text,
            document      text not null) strict;
        create index subscription_due on subscription (next_event_at);
        create table booked_quote (
            id              text primary key,
            subscription_id text not null references subscription (id),
            document        text not null) strict;
        """;

    private readonly SqliteConnection _open = new("Data Source=:memory:");

    public SqliteTests()
    {
        _open.Open();
        Execute(Table);
    }

    public void Dispose() => _open.Dispose();

    [Fact]
    public void A_subscription_reads_back_equal()
    {
        var held = Shop.Personal("S-1");
        Insert(held);
        Assert.Equal(held, Load("S-1"));
    }

    [Fact]
    public void A_quote_is_booked_once_whoever_tries_again()
    {
        Insert(Shop.Personal("S-1"));
        var quote = Shop.Upgrade(Load("S-1"));

        Assert.True(Book(quote));
        Assert.False(Book(quote));

        Assert.Equal(quote.SubscriptionAfter, Load("S-1"));
        Assert.Equal(1L, Scalar("select count(*) from booked_quote"));
    }

    [Fact]
    public void Of_two_quotes_for_one_version_the_first_is_booked()
    {
        Insert(Shop.Personal("S-1"));
        var (upgrade, cancellation) = (Shop.Upgrade(Load("S-1")), Shop.Cancellation(Load("S-1")));

        Assert.True(Book(upgrade));
        Assert.False(Book(cancellation));
        Assert.Equal("company", Load("S-1").Plan!.ProductId);
        Assert.Equal("Active", Scalar("select status from subscription"));
    }

    /// <summary>The renewal of a term that ends on 1 January 2027 in Prague is due on 31 December at 23:00 UTC, or later.</summary>
    [Fact]
    public void Due_events_are_found_by_the_column()
    {
        var (early, late) = (Shop.Personal("S-1"), Shop.Personal("S-2"));
        Insert(early);
        Insert(late);
        Assert.True(Book(Shop.Cancellation(late)));
        var due = Shop.NextEvent(early)!.Value;

        Assert.Empty(Due(due - Duration.FromSeconds(1)));
        Assert.Contains("S-1", Due(due));

        foreach (var id in Due(due))
        {
            Assert.True(Book(Lifecycle.PriceNext(Load(id), Facts.None, Shop.Catalog, Shop.Policy)!));
        }

        Assert.Empty(Due(due));
    }

    private void Insert(Subscription held) => Execute(
        "insert into subscription values ($id, $version, $status, $next, $document)", Columns(held));

    /// <summary>Books a quote in one transaction; false if the subscription has moved on.</summary>
    private bool Book(Quote quote)
    {
        using var transaction = _open.BeginTransaction();
        var booked = Execute(
            """
            update subscription set version = $version, status = $status, next_event_at = $next, document = $document
            where id = $id and version = $before
            """,
            [.. Columns(quote.SubscriptionAfter), ("$before", quote.ForVersion)]) == 1;
        if (booked)
        {
            Execute(
                "insert into booked_quote values ($quote, $id, $document)",
                ("$quote", BillingJson.DerivedId(quote)), ("$id", quote.SubscriptionId), ("$document", BillingJson.Write(quote)));
            transaction.Commit();
        }

        return booked;
    }

    private Subscription Load(string id) =>
        BillingJson.Read<Subscription>((string)Scalar("select document from subscription where id = $id", ("$id", id))!);

    private List<string> Due(Instant at)
    {
        using var command = Command("select id from subscription where next_event_at <= $at order by next_event_at", ("$at", Text(at)));
        using var rows = command.ExecuteReader();
        var ids = new List<string>();
        while (rows.Read())
        {
            ids.Add(rows.GetString(0));
        }

        return ids;
    }

    private static (string, object)[] Columns(Subscription held) =>
    [
        ("$id", held.Id),
        ("$version", held.Version),
        ("$status", held.Status.ToString()),
        ("$next", Shop.NextEvent(held) is { } next ? Text(next) : DBNull.Value),
        ("$document", BillingJson.Write(held)),
    ];

    /// <summary>Nine decimals of the second, so that the order of the texts is the order of time.</summary>
    private static string Text(Instant instant) => instant.ToString("uuuu'-'MM'-'dd'T'HH':'mm':'ss'.'fffffffff'Z'", CultureInfo.InvariantCulture);

    private int Execute(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteNonQuery();
    }

    private object? Scalar(string sql, params (string Name, object Value)[] parameters)
    {
        using var command = Command(sql, parameters);
        return command.ExecuteScalar();
    }

    private SqliteCommand Command(string sql, params (string Name, object Value)[] parameters)
    {
        var command = _open.CreateCommand();
#pragma warning disable CA2100 // The texts are those of this file.
        command.CommandText = sql;
#pragma warning restore CA2100
        foreach (var (name, value) in parameters)
        {
            command.Parameters.AddWithValue(name, value);
        }

        return command;
    }
}
