using SubscriptionMath.Vendors;

namespace BillingService.Shop;

/// <summary>The policies on offer, by their names. A real service has one, and reads it from a file or a table.</summary>
internal static class Vendors
{
    /// <summary>Prorates, lets customers pause, and lets a failed payment be owed.</summary>
    internal static BillingPolicy House { get; } = new()
    {
        Name = "House",
        Rules =
        [
            Rule.For(new Case { Changes = ChangeKinds.Start }, Treatments.FirstPurchase),
            Rule.For(new Case { Changes = ChangeKinds.End }, Treatment.AtPeriodEnd),
            Rule.For(new Case { Changes = ChangeKinds.Resume }, Treatments.Resumption),
            Rule.For(new Case { Changes = ChangeKinds.Pause }, Treatments.Resumption with { Term = TermRule.TimeLeftKept }),
            Rule.Otherwise(Treatments.Prorated),
        ],
        Invoicing = new() { FailedPayment = FailedPayment.StandsAndIsOwed },
    };

    internal static Sequence<BillingPolicy> All { get; } =
    [
        House, Kaspr.Policy(), Obi.DayProration(), PhotoDeck.Policy(), SmrtPhone.Policy(), Stripe.Flexible(), WhaleBooks.Policy(),
    ];

    internal static BillingPolicy? Find(string name) => All.FirstOrDefault(policy => policy.Name == name);
}
