namespace SubscriptionMath.Vendors;

/// <content>Vendors whose pages state the charge, or the refund, of an early end, or the end after a pause.</content>
public static partial class Published
{
    /// <summary>
    /// Adobe: a year paid by the month; leaving early costs half of the months left, and the service runs to the end of the month.
    /// </summary>
    /// <remarks>
    /// Source: ibtimes.co.in, article 808250. The year is the price's (<see cref="Price.Contract"/>). The page covers customers who leave
    /// after fourteen days; it does not state the rule for the days before.
    /// </remarks>
    /// <example>USD 20.00 a month, left with five months to go: 50.00.</example>
    public static BillingPolicy Adobe() => Of("Adobe", Measure.Days,
        Treatment.AtPeriodEnd with { EarlyTermination = EarlyTerminationCharge.PartOfTheRest(new Fraction(1, 2)) },
            Rule.Otherwise(Treatments.Prorated));

    /// <summary>
    /// WPSiteWizard: a year that ends early is charged by the month as far as used. Crowdcast and Fitness First do so as well.
    /// </summary>
    /// <remarks>Source: wpsitewizard.com/faq; docs.crowdcast.io, "What happens if I cancel my year plan".</remarks>
    /// <example>USD 470.00 a year, ended after three months that cost 47.00 each: 329.00 are refunded.</example>
    public static BillingPolicy WpSiteWizard() => Of("WPSiteWizard", Measure.MonthsNotStarted,
        Ended with { Unused = UnusedValue.OfAllLots with { Withheld = WithheldValue.DiscountOver(BillingInterval.Month) } },
        Rule.Otherwise(Treatments.Prorated));

    /// <summary>Insurers' short rate: the insurer keeps a tenth of the unused value when a policy ends early.</summary>
    /// <remarks>Source: commonwealthinsurancepartners.com, "Wheel"; proratacalculators.com.</remarks>
    /// <example>USD 500.00 for a year, ended after 150 days: 294.52 are unused, 29.45 are kept, 265.07 are refunded.</example>
    public static BillingPolicy ShortRate() => Of("Short rate", Measure.Days,
        Ended with { Unused = UnusedValue.OfAllLots with { Withheld = WithheldValue.Part(new Fraction(1, 10)) } },
        Rule.Otherwise(Treatments.Prorated));

    /// <summary>
    /// Microsoft's new commerce: seats and subscriptions end with the term. Within seven days of the purchase or a renewal they end at
    /// once, with a refund by the day.
    /// </summary>
    /// <remarks>
    /// Source: techcommunity.microsoft.com, discussion 4359142. Seats added within a term have days of their own there; here the days are
    /// those of the term.
    /// </remarks>
    /// <example>
    /// Five seats at USD 31.00 for May, two of them dropped on 6 May: 26 of 31 days of 62.00 are 52.00, refunded. On 8 May they stay to the
    /// end of the month.
    /// </example>
    public static BillingPolicy MicrosoftNce()
    {
        var (soon, fewer) = (BillingInterval.Days(7), new Case { Changes = ChangeKinds.Quantity, Direction = Direction.Down });
        return Of("Microsoft", Measure.Days, Treatment.AtPeriodEnd,
            Rule.For(fewer with { WithinOfTermStart = soon }, Ended),
            Rule.For(fewer, Treatment.AtPeriodEnd),
            Rule.For(new Case { Direction = Direction.Down }, Treatment.AtPeriodEnd),
            Rule.Otherwise(Treatments.Prorated))
            .WithRuleBefore(
                new Case { Changes = ChangeKinds.End }, Rule.For(new Case { Changes = ChangeKinds.End, WithinOfTermStart = soon }, Ended));
    }

    /// <summary>Amilia: a pause moves the end of a membership by its days. KABOOM moves the next payment so as well.</summary>
    /// <remarks>Source: help.amilia.com, article 4256645; kaboombjj.com, "Pause your membership". A paused day is not charged.</remarks>
    /// <example>A year to 31 May 2021, paused for the thirty days of November: it runs to 30 June.</example>
    public static BillingPolicy Amilia() => Of("Amilia", Measure.Days, Treatment.AtPeriodEnd,
        Rule.For(new Case { Changes = ChangeKinds.Pause }, Treatments.Resumption with { Term = TermRule.TimeLeftKept }),
        Rule.Otherwise(Treatments.Prorated)); // not stated

    private static Treatment Ended =>
        Treatments.Prorated with { NewPrice = NewPrice.NothingUntilRenewal, Surplus = Surplus.Refunded(RefundRest.ToBalance) };
}
