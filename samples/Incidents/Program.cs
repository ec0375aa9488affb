using System;
using Incidents.DeletedWhileWalked;

var time = TimeSpan.FromSeconds(1);

Console.WriteLine("Each request maps its order by reflection");
Console.WriteLine($"  before {await new Incidents.MappedByReflection.RequestPath(new Incidents.MappedByReflection.Before.AuditTrail()).Run(time)}");
Console.WriteLine($"  after  {await new Incidents.MappedByReflection.RequestPath(new Incidents.MappedByReflection.After.AuditTrail()).Run(time)}");

Console.WriteLine("A cache is refreshed by deleting and adding entries while it is walked");
Console.WriteLine($"  before {await new OrderService(new Incidents.DeletedWhileWalked.Before.QuoteCache()).Run(time)}");
Console.WriteLine($"  after  {await new OrderService(new Incidents.DeletedWhileWalked.After.QuoteCache()).Run(time)}");

Console.WriteLine("Requests share a cache of prices whose calls are thread-safe one by one");
Console.WriteLine($"  before {await new Incidents.SharedPriceCache.Shop(new Incidents.SharedPriceCache.Before.PriceCache()).Run(time)}");
Console.WriteLine($"  after  {await new Incidents.SharedPriceCache.Shop(new Incidents.SharedPriceCache.After.PriceCache()).Run(time)}");
