namespace SubscriptionMath.Tests.Laws;

/// <summary>Law 11 for usage credits: every unit of a pool is accounted for, at every instant, whatever happens to it.</summary>
public sealed class PoolLaws
{
    [Law]
    public void Credit__closing_is_opening_plus_granted_less_used_less_expired_less_forfeited_at_every_instant(PoolCase one)
    {
        for (var step = 0; PoolCase.At(step) <= one.Until; step++)
        {
            var history = one.Play(PoolCase.At(step));
            Assert.All(history.Grants, account =>
            {
                Assert.Equal(
                    account.Opening + account.Granted + account.RolledIn - account.Used - account.Expired - account.Forfeited - account.RolledOut, account.Closing);
                Assert.True(Math.Min(Math.Min(account.Opening, account.Granted), Math.Min(account.Used, account.Closing)) >= 0m);
                Assert.True(Math.Min(Math.Min(account.Expired, account.Forfeited), Math.Min(account.RolledIn, account.RolledOut)) >= 0m);
            });
            Assert.Equal(history.Grants.Sum(account => account.RolledIn), history.Grants.Sum(account => account.RolledOut));
            Assert.Equal(history.Grants.Sum(account => account.Opening), one.Pool.Grants.Sum(grant => grant.LeftAt(one.Pool.At)));
            Assert.Equal(history.Grants.Sum(account => account.Closing), history.After.Grants.Sum(grant => grant.LeftAt(history.After.At)));
            Assert.Equal(history.Usage, history.Grants.Sum(account => account.Used) - history.Repaid + history.Overused);
            Assert.Equal(history.Usage, one.Usage.Where(use => use.At >= one.Pool.At && use.At < history.After.At).Sum(use => use.Units));
            Assert.Equal(history.After.Debt ?? 0m, (one.Pool.Debt ?? 0m) + history.Overused - history.Repaid - history.Forgiven);
            Assert.Equal(history.After.Balance, history.Grants.Sum(account => account.Closing) - (history.After.Debt ?? 0m));
        }
    }

    [Law]
    public void Nothing_is_owed_while_anything_is_left(PoolCase one)
    {
        var after = one.Play().After;
        Assert.True(after.Debt is null || after.Grants.Sum(grant => grant.LeftAt(after.At)) == 0m);
    }

    [Law]
    public void A_snapshot_anywhere_changes_nothing(PoolCase one, NonNegativeInt cut)
    {
        var whole = one.Play();
        var middle = PoolCase.At(cut.Get % 41) is var at && at < one.Until ? at : one.Until;
        var first = one.Play(middle);
        var rest = (one with { Pool = first.After }).Play();

        Assert.Equal(whole.After, rest.After);
        Assert.Equal(
            (whole.Usage, whole.Overused, whole.Repaid, whole.Forgiven),
            (first.Usage + rest.Usage, first.Overused + rest.Overused, first.Repaid + rest.Repaid, first.Forgiven + rest.Forgiven));
        Assert.Equal(Sums(whole.Grants), Sums([.. first.Grants, .. rest.Grants]));
    }

    [Law]
    public void A_snapshot_at_every_step_changes_nothing(PoolCase one)
    {
        var pool = one.Pool;
        for (var step = 0; PoolCase.At(step) <= one.Until; step++)
            pool = (one with { Pool = pool }).Play(PoolCase.At(step)).After;

        Assert.Equal(one.Play(pool.At).After, pool);
    }

    [Law]
    public void The_order_in_which_usage_and_resets_are_listed_does_not_matter(PoolCase one)
    {
        var turned = one with { Usage = [.. one.Usage.Reverse()], Resets = [.. one.Resets.Reverse()] };
        var (history, other) = (one.Play(), turned.Play());
        Assert.Equal(history with { Grants = default, Phases = default }, other with { Grants = default, Phases = default });
        Assert.Equal(history.Grants, other.Grants);
        Assert.Equal(history.Phases, other.Phases);
    }

    [Law]
    public void The_order_in_which_grants_are_listed_does_not_matter_where_their_ids_break_the_last_tie(PoolCase one)
    {
        var named = one with
        {
            Pool = one.Pool with { Grants = [.. one.Pool.Grants.Select((grant, place) => grant with { Id = $"{(place * 7) % 11}" })] },
            Policy = one.Policy with { Order = new GrantOrder { Keys = one.Policy.Order.Keys.Plus(GrantKey.Id) } },
        };
        var turned = named with { Pool = named.Pool with { Grants = [.. named.Pool.Grants.Reverse()] } };
        Assert.Equal(Lefts(named.Play().After), Lefts(turned.Play().After));

        static IEnumerable<(string, decimal)> Lefts(CreditPool pool) => pool.Grants.Select(grant => (grant.Id, grant.LeftAt(pool.At))).Where(pair => pair.Item2 > 0m).Order();
    }

    [Law]
    public void A_pool_replayed_event_by_event_over_all_grants_agrees(PoolCase one)
    {
        var (history, replay) = (one.Play(), PoolReplay.Of(one));
        Assert.Equal(replay.Lefts, history.After.Grants.Select(grant => grant.LeftAt(history.After.At)).Where(left => left > 0m));
        Assert.Equal(
            (replay.Debt, replay.Expired, replay.Forfeited, replay.Used),
            (history.After.Debt ?? 0m, history.Grants.Sum(account => account.Expired), history.Grants.Sum(account => account.Forfeited), history.Used));
    }

    [Law]
    public void Phases_tile_the_stretch_and_only_use_lowers_what_is_left_within_one(PoolCase one)
    {
        var history = one.Play();
        Assert.Equal(one.Until == one.Pool.At, history.Phases.IsEmpty);
        for (var i = 0; i < history.Phases.Count; i++)
        {
            var phase = history.Phases[i];
            Assert.Equal(i == 0 ? one.Pool.At : history.Phases[i - 1].Covers.End, phase.Covers.Start);
            Assert.Equal(Math.Max(0m, phase.Opening - phase.Usage), phase.Closing);
        }
    }

    private static (decimal Granted, decimal Used, decimal Expired, decimal Forfeited) Sums(Sequence<GrantAccount> accounts) => (
        accounts.Sum(account => account.Granted), accounts.Sum(account => account.Used), accounts.Sum(account => account.Expired), accounts.Sum(account => account.Forfeited));
}
