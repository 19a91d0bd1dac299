namespace SubscriptionMath;

/// <summary>Units that enter an item, with the time for which they are bought.</summary>
/// <param name="Sold">The units.</param>
/// <param name="Price">The part of the price that is charged.</param>
/// <param name="Segments">The stretches of time, each priced by itself.</param>
/// <param name="Measure">The measure of time.</param>
/// <param name="Anchor">The anchor of the term.</param>
internal readonly record struct EnteringUnits(SoldUnits Sold, NewPrice Price, Sequence<Segment> Segments, Measure Measure, Anchor Anchor);

/// <summary>Units that are sold.</summary>
/// <param name="Above">The number of units that are held already and stay.</param>
/// <param name="Quantity">The number of units sold on top of those; 1 or more.</param>
/// <param name="Source">The source of their lots.</param>
internal readonly record struct SoldUnits(int Above, int Quantity, LotSource Source);
