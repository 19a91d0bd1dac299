namespace SubscriptionMath.Vendors;

/// <content>Vendors whose pages state the fate of usage credits.</content>
public static partial class Published
{
    /// <summary>Browse AI: credit is the lesser of the time left and the usage credits left; a new term begins.</summary>
    /// <remarks>Source: help.browse.ai, article 142, "Upgrade proration". The kind of usage credit is "credits" here.</remarks>
    /// <example>USD 48.75, half of the time and a tenth of the credits left, to 123.75: 4.88 are credited, 118.87 are due.</example>
    public static BillingPolicy BrowseAi() => Of("Browse AI", Measure.Days, Treatment.AtPeriodEnd,
        Rule.Otherwise(Treatments.Anew with { Unused = UnusedValue.OfAllLots with { Withheld = WithheldValue.BeyondUsageOf("credits") } }));

    /// <summary>TELUS: by days on the next bill, and the minutes of both plans by their days.</summary>
    /// <remarks>Source: business.telus.com, "Understand how changes affect your bill".</remarks>
    /// <example>CAD 35.00 to 30.00 for the last 4 of 30 days: 4.67 less 4.00, and 186.66 minutes of 200 and 100.</example>
    public static BillingPolicy Telus() =>
        Of("TELUS", Measure.Days, Treatment.AtPeriodEnd,
            Rule.Otherwise(Treatments.Prorated with { PaymentTiming = PaymentTiming.NextInvoice })) with
        {
            Allowances = AllowancePolicy.EachTermAnew with
            {
                OnUpgrade = GrantFate.ToppedUp,
                OnDowngrade = GrantFate.ToppedUp,
                Rounding = new(RoundingMode.HalfAwayFromZero, 2),
            },
        };

    /// <summary>EmailManager: earlier usage counts against the new allowance. Mailjet does so as well.</summary>
    /// <remarks>Source: emailmanager.com/support/190; documentation.mailjet.com, article 1260803049850.</remarks>
    /// <example>5,000 used, and a new allowance of 10,000: 5,000 are left.</example>
    public static BillingPolicy EmailManager() =>
        Of("EmailManager", Measure.Days, Treatment.AtPeriodEnd, Rule.Otherwise(Treatments.Prorated)) with
        {
            Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Recounted, OnDowngrade = GrantFate.Recounted },
        };

    /// <summary>
    /// ISBN Express: the limit rises at once, and the balance is refilled with the next cycle; both plans are billed by their days.
    /// </summary>
    /// <remarks>Source: isbnexpress.com/faq-billing.</remarks>
    /// <example>USD 5.00 to 15.00 on day 15 of 30: 10.00 for the cycle, and 1,000 credits until the next one brings 3,000.</example>
    public static BillingPolicy IsbnExpress() => Of("ISBN Express", Measure.Days with { ChangeDay = ChangeDay.Old }, Treatment.AtPeriodEnd,
        Rule.Otherwise(Treatments.Prorated with { PaymentTiming = PaymentTiming.NextInvoice })) with
    {
        Allowances = AllowancePolicy.EachTermAnew with { OnUpgrade = GrantFate.Kept, OnDowngrade = GrantFate.Kept },
    };

    /// <summary>Clay: a downgrade waits, and unused credits roll over by the new plan's rule; rolled-over credits are used first.</summary>
    /// <remarks>Source: docs.clay.com, article 9654095. The rule is the allowance's, <see cref="Rollover.UpToTimes"/> two.</remarks>
    /// <example>900 left, and a new plan of 100 a month: 200 are carried over.</example>
    public static BillingPolicy Clay() => Of("Clay", Measure.Days, Treatment.AtPeriodEnd,
        Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd), Rule.Otherwise(Treatments.Prorated)) with
    {
        Allowances = AllowancePolicy.EachTermAnew with
        {
            OnUpgrade = GrantFate.Carried,
            OnDowngrade = GrantFate.Carried,
            OnRenewal = GrantFate.Carried,
            Rollover = RolloverOf.TheNewPlan,
            Use = new(GrantOrders.RolledOverFirst, Overage.Refused, DebtAtReset.Forgiven),
        },
    };
}
