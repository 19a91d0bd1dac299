using static SubscriptionMath.Tests.Serialization.JsonCatalogs;
using static SubscriptionMath.Tests.Serialization.JsonSubscriptions;
using static SubscriptionMath.Tests.Serialization.JsonValues;

namespace SubscriptionMath.Tests.Serialization;

/// <summary>Whatever can be written as JSON: every part may be there or not, and nothing else is meant by the values.</summary>
public static class JsonArbitraries
{
    private static readonly Gen<Change> SomeChanges =
        from cart in Perhaps(Carts)
        from timing in PerhapsValue(Any<RequestedTiming>())
        from date in PerhapsValue(Instants)
        from billing in PerhapsValue(Instants)
        from since in PerhapsValue(Instants)
        select new Change { Cart = cart, Timing = timing, Date = date, NextBilling = billing, Since = since };

    private static readonly Gen<Sequence<Subscription>> Earlier = Gen.Frequency(
        (4, Gen.Constant(default(Sequence<Subscription>))),
        (1, JsonSubscriptions.Held.Select(held => (Sequence<Subscription>)[held])));

    private static readonly Gen<Refused> Refusals =
        from code in Any<RefusalCode>()
        from sentence in Names
        from subject in Perhaps(Names)
        from asked in Perhaps(Names)
        from available in Several(Names)
        select new Refused { Code = code, Message = sentence, Subject = subject, Asked = asked, Available = available };

    private static readonly Gen<Quote> Quotes =
        from id in Perhaps(Names)
        from occasion in Any<BillingReason>()
        from at in Instants
        from good in PerhapsValue(Instants)
        from change in Perhaps(SomeChanges)
        from direction in Any<Direction>()
        from read in FactsReads()
        from entries in Several(
            from account in Gen.Elements(Account.Payment, Account.NextInvoice, Account.Tax, Account.Rounding, Account.Forfeited)
            from amount in Euros
            from collects in Gen.Elements(false, true)
            select new Entry(account, -amount) { Collects = collects })
        from lines in Several(Lines)
        from since in Instants
        from grants in Several(
            from kind in Any<GrantEffectKind>()
            from name in Names
            from units in Amounts
            select new GrantEffect(kind, name, name, units))
        from ended in Several(Names)
        from before in PerhapsValue(Terms)
        from after in SomeSubscriptions
        from credit in Credit
        from notMade in Perhaps(Refusals)
        from earlier in Earlier
        select new Quote
        {
            Id = id,
            SubscriptionId = after.Id,
            ForVersion = after.Version,
            BillingReason = occasion,
            At = at,
            GoodUntil = good,
            Change = change,
            Direction = direction,
            Read = read with { Credit = read.Credit is null ? null : credit },
            Entries = Balanced(entries, lines),
            Lines = lines,
            Collected = Collected(entries, lines, since),
            Grants = grants,
            EndedAddOns = ended,
            TermBefore = before,
            SubscriptionAfter = after,
            CreditAfter = credit,
            NotMade = notMade,
            EarlierTerms = earlier,
        };

    /// <summary>The charges that the entries collect, if they collect any.</summary>
    private static Sequence<DeferredCharge> Collected(Sequence<Entry> entries, Sequence<Line> lines, Instant since) =>
        entries.Any(entry => entry.Collects)
            ? [new DeferredCharge { Since = since, Amount = entries.Where(entry => entry.Collects).Aggregate(Money.Zero(Euro), (sum, entry) => sum - entry.Amount), Lines = lines }]
            : [];

    /// <summary>The entries of the lines beside the others, and one that balances them.</summary>
    private static Sequence<Entry> Balanced(Sequence<Entry> entries, Sequence<Line> lines)
    {
        Entry[] all = [.. entries, .. lines.Select((line, place) => new Entry(Account.Service, line.Net, place))];
        return [.. all, new Entry(Account.Payment, -all.Aggregate(Money.Zero(Euro), (sum, entry) => sum + entry.Amount))];
    }

    public static Arbitrary<BillingPolicy> Policies() =>
        Gen.Elements(VendorParameters.EveryPolicy.Where(policy => PolicyCheck.Contradictions(policy).IsEmpty).ToArray()).ToArbitrary();

    public static Arbitrary<Catalog> Catalogs() => (
        from plans in Several(SomePlans, least: 1)
        from addOns in Several(SomeAddOns)
        select new Catalog
        {
            Plans = [.. plans.DistinctBy(plan => plan.Id)],
            AddOns = [.. addOns.DistinctBy(addOn => addOn.Id)],
        }).ToArbitrary();

    public static Arbitrary<Subscription> Subscriptions() => SomeSubscriptions.ToArbitrary();

    public static Arbitrary<Change> Changes() => SomeChanges.ToArbitrary();

    public static Arbitrary<Facts> SomeFacts() => (
        from credit in Credit
        from members in PerhapsValue(Gen.Choose(0, 9))
        from askedBy in PerhapsValue(Any<Roles>())
        from others in Gen.Choose(0, 2)
        from left in PerhapsValue(Fractions)
        from taxes in Perhaps(Taxes)
        from earlier in Earlier
        select new Facts
        {
            Credit = credit,
            MembersInUse = members,
            AskedBy = askedBy,
            OtherSubscriptions = others,
            EarlierTerms = earlier,
            TimeLeft = left,
            Taxes = taxes,
        }).ToArbitrary();

    public static Arbitrary<Answer> Answers() => Gen.OneOf(Quotes.Select(Answer (quote) => quote), Refusals.Select(Answer (refused) => refused)).ToArbitrary();

    public static Arbitrary<Acceptance> Acceptances() => Gen.OneOf(
        SomeSubscriptions.Zip(Credit).Select(Acceptance (pair) => new Accepted { Subscription = pair.Item1, Credit = pair.Item2 }),
        Any<StaleReason>().Zip(Refusals).Select(Acceptance (pair) => new Stale { Reason = pair.Item1, Refusal = pair.Item2 })).ToArbitrary();

    private static Gen<FactsRead> FactsReads() =>
        from credit in Perhaps(Credit)
        from members in PerhapsValue(Gen.Choose(0, 9))
        from askedBy in PerhapsValue(Any<Roles>())
        from others in PerhapsValue(Gen.Choose(0, 2))
        from left in PerhapsValue(Fractions)
        from taxes in Perhaps(Taxes)
        select new FactsRead(credit, members, askedBy, others, taxes) { TimeLeft = left };
}
