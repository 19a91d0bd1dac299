using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace SubscriptionMath.Storage.Tests;

/// <summary>The same table with EF Core 10.</summary>
public sealed class EfCoreTests : IDisposable
{
    private readonly SqliteConnection _open = new("Data Source=:memory:");

    public EfCoreTests()
    {
        _open.Open();
        using var db = Db();
        db.Database.EnsureCreated();
        db.Subscriptions.Add(SubscriptionRow.Of(Shop.Personal("S-1")));
        db.SaveChanges();
    }

    public void Dispose() => _open.Dispose();

    [Fact]
    public void A_subscription_reads_back_equal()
    {
        using var db = Db();
        Assert.Equal(Shop.Personal("S-1"), db.Subscriptions.Single().Document);
    }

    [Fact]
    public void Of_two_requests_at_once_the_second_finds_the_version_gone()
    {
        using var one = Db();
        using var two = Db();
        var (first, second) = (one.Subscriptions.Single(), two.Subscriptions.Single());
        first.Take(Accepted(first, Shop.Upgrade(first.Document)));
        second.Take(Accepted(second, Shop.Cancellation(second.Document)));

        one.SaveChanges();
        Assert.Throws<DbUpdateConcurrencyException>(() => two.SaveChanges());

        using var db = Db();
        Assert.Equal("company", db.Subscriptions.Single().Document.Plan!.ProductId);
    }

    [Fact]
    public void Due_events_and_the_status_are_searched_by_their_columns()
    {
        using var db = Db();
        var due = Shop.NextEvent(Shop.Personal("S-1"))!.Value;
        Assert.Empty(db.Subscriptions.Where(row => row.NextEventAt < due));
        var row = Assert.Single(db.Subscriptions.Where(row => row.NextEventAt <= due && row.Status == Status.Active));

        row.Take(Accepted(row, Lifecycle.PriceNext(row.Document, Facts.None, Shop.Catalog, Shop.Policy)!));
        db.SaveChanges();

        Assert.Empty(db.Subscriptions.Where(one => one.NextEventAt <= due));
    }

    /// <summary>A value with the same content is no change: nothing is written.</summary>
    [Fact]
    public void An_equal_subscription_is_not_written_again()
    {
        using var db = Db();
        var row = db.Subscriptions.Single();
        row.Document = BillingJson.Read<Subscription>(BillingJson.Write(row.Document));
        Assert.Equal(0, db.SaveChanges());
    }

    private static Subscription Accepted(SubscriptionRow row, Quote quote) =>
        Billing.Accept(row.Document, quote, Facts.None).OrThrow().Subscription;

    private BillingDb Db() => new(new DbContextOptionsBuilder<BillingDb>().UseSqlite(_open).Options);
}
