Console.WriteLine("SubscriptionMath");
