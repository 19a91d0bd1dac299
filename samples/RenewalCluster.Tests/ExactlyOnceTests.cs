namespace RenewalCluster.Tests;

/// <summary>The promise of the sample, with two silos as processes of their own.</summary>
public sealed class ExactlyOnceTests
{
    private static readonly Options Small = new() { Subscriptions = 2_000 };

    [Fact]
    public async Task Every_subscription_is_renewed_exactly_once_though_a_silo_is_killed()
    {
        var night = await Night.Run(Small, Quiet);

        Assert.InRange(night.Cluster.KilledAt!.Value, 1_000, 1_999);
        AssertExactlyOnce(night);
    }

    [Fact]
    public async Task One_silo_books_the_same_as_the_library_alone()
    {
        var night = await Night.Run(Small with { Silos = 1 }, Quiet);

        Assert.Null(night.Cluster.KilledAt);
        Assert.Equal(0, night.Cluster.Books.Repeated);
        AssertExactlyOnce(night);
    }

    [Fact]
    public async Task In_PostgreSQL_every_row_is_written_once_and_the_night_run_again_renews_nothing()
    {
        var postgres = Environment.GetEnvironmentVariable(Postgres.Variable);
        Assert.SkipWhen(postgres is null, $"{Postgres.Variable} has no connection string: see samples/RenewalCluster/README.md.");
        var first = await Night.Run(Small with { Postgres = postgres }, Quiet);
        var again = await Night.Run(Small with { Postgres = postgres, Continues = true, Kills = false }, Quiet);

        // 2,000 subscriptions in shards of 50.
        Assert.Equal((40L, 40L), first.Rows);
        Assert.Equal((40L, 40L), again.Rows);
        AssertExactlyOnce(first);
        AssertExactlyOnce(again);
    }

    private static void AssertExactlyOnce(Night night)
    {
        var (cluster, alone) = (night.Cluster.Books, night.Alone.Books);
        Assert.Equal(2_000, cluster.Booked);
        Assert.Equal(0, cluster.Contradicted);
        Assert.Equal(alone.Entries, cluster.Entries);
        Assert.Equal(alone.DueNow, cluster.DueNow);
        Assert.Equal(alone.Checksum, cluster.Checksum);
        Assert.Empty(cluster.DifferencesTo(alone));
        Assert.True(night.IsRight);
    }

    private static Progress Quiet(string title) => new(title, Small.Subscriptions, TextWriter.Null, overwrites: false);
}
