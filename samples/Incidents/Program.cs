using System;
using Incidents.DeletedWhileWalked;

var time = TimeSpan.FromSeconds(1);

Console.WriteLine("A cache is refreshed by deleting and adding entries while it is walked");
Console.WriteLine($"  before {await new OrderService(new Incidents.DeletedWhileWalked.Before.QuoteCache()).Run(time)}");
Console.WriteLine($"  after  {await new OrderService(new Incidents.DeletedWhileWalked.After.QuoteCache()).Run(time)}");
