using System;
using System.Collections.Generic;

namespace DictionaryAnalyzers.Benchmarks.Mapping;

/// <summary>The conversions as somebody writes them who takes care: the size is given, nothing is looked up twice.</summary>
internal static class HandWritten
{
    public static Dictionary<string, object?> Listed(WideOrder order) => new(5)
    {
        { "OrderId", order.OrderId },
        { "CustomerName", order.CustomerName },
        { "ShippingCountry", order.ShippingCountry },
        { "PaymentTotal", order.PaymentTotal },
        { "DeliveryDate", order.DeliveryDate },
    };

    public static Dictionary<string, object?> All(WideOrder order) => new(100)
    {
        { "OrderId", order.OrderId },
        { "OrderName", order.OrderName },
        { "OrderCode", order.OrderCode },
        { "OrderDate", order.OrderDate },
        { "OrderTotal", order.OrderTotal },
        { "OrderStatus", order.OrderStatus },
        { "OrderNumber", order.OrderNumber },
        { "OrderCountry", order.OrderCountry },
        { "OrderIsActive", order.OrderIsActive },
        { "OrderCount", order.OrderCount },
        { "CustomerId", order.CustomerId },
        { "CustomerName", order.CustomerName },
        { "CustomerCode", order.CustomerCode },
        { "CustomerDate", order.CustomerDate },
        { "CustomerTotal", order.CustomerTotal },
        { "CustomerStatus", order.CustomerStatus },
        { "CustomerNumber", order.CustomerNumber },
        { "CustomerCountry", order.CustomerCountry },
        { "CustomerIsActive", order.CustomerIsActive },
        { "CustomerCount", order.CustomerCount },
        { "ShippingId", order.ShippingId },
        { "ShippingName", order.ShippingName },
        { "ShippingCode", order.ShippingCode },
        { "ShippingDate", order.ShippingDate },
        { "ShippingTotal", order.ShippingTotal },
        { "ShippingStatus", order.ShippingStatus },
        { "ShippingNumber", order.ShippingNumber },
        { "ShippingCountry", order.ShippingCountry },
        { "ShippingIsActive", order.ShippingIsActive },
        { "ShippingCount", order.ShippingCount },
        { "BillingId", order.BillingId },
        { "BillingName", order.BillingName },
        { "BillingCode", order.BillingCode },
        { "BillingDate", order.BillingDate },
        { "BillingTotal", order.BillingTotal },
        { "BillingStatus", order.BillingStatus },
        { "BillingNumber", order.BillingNumber },
        { "BillingCountry", order.BillingCountry },
        { "BillingIsActive", order.BillingIsActive },
        { "BillingCount", order.BillingCount },
        { "PaymentId", order.PaymentId },
        { "PaymentName", order.PaymentName },
        { "PaymentCode", order.PaymentCode },
        { "PaymentDate", order.PaymentDate },
        { "PaymentTotal", order.PaymentTotal },
        { "PaymentStatus", order.PaymentStatus },
        { "PaymentNumber", order.PaymentNumber },
        { "PaymentCountry", order.PaymentCountry },
        { "PaymentIsActive", order.PaymentIsActive },
        { "PaymentCount", order.PaymentCount },
        { "InvoiceId", order.InvoiceId },
        { "InvoiceName", order.InvoiceName },
        { "InvoiceCode", order.InvoiceCode },
        { "InvoiceDate", order.InvoiceDate },
        { "InvoiceTotal", order.InvoiceTotal },
        { "InvoiceStatus", order.InvoiceStatus },
        { "InvoiceNumber", order.InvoiceNumber },
        { "InvoiceCountry", order.InvoiceCountry },
        { "InvoiceIsActive", order.InvoiceIsActive },
        { "InvoiceCount", order.InvoiceCount },
        { "DeliveryId", order.DeliveryId },
        { "DeliveryName", order.DeliveryName },
        { "DeliveryCode", order.DeliveryCode },
        { "DeliveryDate", order.DeliveryDate },
        { "DeliveryTotal", order.DeliveryTotal },
        { "DeliveryStatus", order.DeliveryStatus },
        { "DeliveryNumber", order.DeliveryNumber },
        { "DeliveryCountry", order.DeliveryCountry },
        { "DeliveryIsActive", order.DeliveryIsActive },
        { "DeliveryCount", order.DeliveryCount },
        { "ProductId", order.ProductId },
        { "ProductName", order.ProductName },
        { "ProductCode", order.ProductCode },
        { "ProductDate", order.ProductDate },
        { "ProductTotal", order.ProductTotal },
        { "ProductStatus", order.ProductStatus },
        { "ProductNumber", order.ProductNumber },
        { "ProductCountry", order.ProductCountry },
        { "ProductIsActive", order.ProductIsActive },
        { "ProductCount", order.ProductCount },
        { "WarehouseId", order.WarehouseId },
        { "WarehouseName", order.WarehouseName },
        { "WarehouseCode", order.WarehouseCode },
        { "WarehouseDate", order.WarehouseDate },
        { "WarehouseTotal", order.WarehouseTotal },
        { "WarehouseStatus", order.WarehouseStatus },
        { "WarehouseNumber", order.WarehouseNumber },
        { "WarehouseCountry", order.WarehouseCountry },
        { "WarehouseIsActive", order.WarehouseIsActive },
        { "WarehouseCount", order.WarehouseCount },
        { "AccountId", order.AccountId },
        { "AccountName", order.AccountName },
        { "AccountCode", order.AccountCode },
        { "AccountDate", order.AccountDate },
        { "AccountTotal", order.AccountTotal },
        { "AccountStatus", order.AccountStatus },
        { "AccountNumber", order.AccountNumber },
        { "AccountCountry", order.AccountCountry },
        { "AccountIsActive", order.AccountIsActive },
        { "AccountCount", order.AccountCount },
    };

    public static WideOrder Back(IReadOnlyDictionary<string, object?> values)
    {
        var order = new WideOrder();
        if (values.TryGetValue("OrderId", out var value0))
        {
            order.OrderId = (int)value0!;
        }

        if (values.TryGetValue("OrderName", out var value1))
        {
            order.OrderName = (string)value1!;
        }

        if (values.TryGetValue("OrderCode", out var value2))
        {
            order.OrderCode = (string)value2!;
        }

        if (values.TryGetValue("OrderDate", out var value3))
        {
            order.OrderDate = (DateTime)value3!;
        }

        if (values.TryGetValue("OrderTotal", out var value4))
        {
            order.OrderTotal = (decimal)value4!;
        }

        if (values.TryGetValue("OrderStatus", out var value5))
        {
            order.OrderStatus = (DayOfWeek)value5!;
        }

        if (values.TryGetValue("OrderNumber", out var value6))
        {
            order.OrderNumber = (int)value6!;
        }

        if (values.TryGetValue("OrderCountry", out var value7))
        {
            order.OrderCountry = (string)value7!;
        }

        if (values.TryGetValue("OrderIsActive", out var value8))
        {
            order.OrderIsActive = (bool)value8!;
        }

        if (values.TryGetValue("OrderCount", out var value9))
        {
            order.OrderCount = (int)value9!;
        }

        if (values.TryGetValue("CustomerId", out var value10))
        {
            order.CustomerId = (int)value10!;
        }

        if (values.TryGetValue("CustomerName", out var value11))
        {
            order.CustomerName = (string)value11!;
        }

        if (values.TryGetValue("CustomerCode", out var value12))
        {
            order.CustomerCode = (string)value12!;
        }

        if (values.TryGetValue("CustomerDate", out var value13))
        {
            order.CustomerDate = (DateTime)value13!;
        }

        if (values.TryGetValue("CustomerTotal", out var value14))
        {
            order.CustomerTotal = (decimal)value14!;
        }

        if (values.TryGetValue("CustomerStatus", out var value15))
        {
            order.CustomerStatus = (DayOfWeek)value15!;
        }

        if (values.TryGetValue("CustomerNumber", out var value16))
        {
            order.CustomerNumber = (int)value16!;
        }

        if (values.TryGetValue("CustomerCountry", out var value17))
        {
            order.CustomerCountry = (string)value17!;
        }

        if (values.TryGetValue("CustomerIsActive", out var value18))
        {
            order.CustomerIsActive = (bool)value18!;
        }

        if (values.TryGetValue("CustomerCount", out var value19))
        {
            order.CustomerCount = (int)value19!;
        }

        if (values.TryGetValue("ShippingId", out var value20))
        {
            order.ShippingId = (int)value20!;
        }

        if (values.TryGetValue("ShippingName", out var value21))
        {
            order.ShippingName = (string)value21!;
        }

        if (values.TryGetValue("ShippingCode", out var value22))
        {
            order.ShippingCode = (string)value22!;
        }

        if (values.TryGetValue("ShippingDate", out var value23))
        {
            order.ShippingDate = (DateTime)value23!;
        }

        if (values.TryGetValue("ShippingTotal", out var value24))
        {
            order.ShippingTotal = (decimal)value24!;
        }

        if (values.TryGetValue("ShippingStatus", out var value25))
        {
            order.ShippingStatus = (DayOfWeek)value25!;
        }

        if (values.TryGetValue("ShippingNumber", out var value26))
        {
            order.ShippingNumber = (int)value26!;
        }

        if (values.TryGetValue("ShippingCountry", out var value27))
        {
            order.ShippingCountry = (string)value27!;
        }

        if (values.TryGetValue("ShippingIsActive", out var value28))
        {
            order.ShippingIsActive = (bool)value28!;
        }

        if (values.TryGetValue("ShippingCount", out var value29))
        {
            order.ShippingCount = (int)value29!;
        }

        if (values.TryGetValue("BillingId", out var value30))
        {
            order.BillingId = (int)value30!;
        }

        if (values.TryGetValue("BillingName", out var value31))
        {
            order.BillingName = (string)value31!;
        }

        if (values.TryGetValue("BillingCode", out var value32))
        {
            order.BillingCode = (string)value32!;
        }

        if (values.TryGetValue("BillingDate", out var value33))
        {
            order.BillingDate = (DateTime)value33!;
        }

        if (values.TryGetValue("BillingTotal", out var value34))
        {
            order.BillingTotal = (decimal)value34!;
        }

        if (values.TryGetValue("BillingStatus", out var value35))
        {
            order.BillingStatus = (DayOfWeek)value35!;
        }

        if (values.TryGetValue("BillingNumber", out var value36))
        {
            order.BillingNumber = (int)value36!;
        }

        if (values.TryGetValue("BillingCountry", out var value37))
        {
            order.BillingCountry = (string)value37!;
        }

        if (values.TryGetValue("BillingIsActive", out var value38))
        {
            order.BillingIsActive = (bool)value38!;
        }

        if (values.TryGetValue("BillingCount", out var value39))
        {
            order.BillingCount = (int)value39!;
        }

        if (values.TryGetValue("PaymentId", out var value40))
        {
            order.PaymentId = (int)value40!;
        }

        if (values.TryGetValue("PaymentName", out var value41))
        {
            order.PaymentName = (string)value41!;
        }

        if (values.TryGetValue("PaymentCode", out var value42))
        {
            order.PaymentCode = (string)value42!;
        }

        if (values.TryGetValue("PaymentDate", out var value43))
        {
            order.PaymentDate = (DateTime)value43!;
        }

        if (values.TryGetValue("PaymentTotal", out var value44))
        {
            order.PaymentTotal = (decimal)value44!;
        }

        if (values.TryGetValue("PaymentStatus", out var value45))
        {
            order.PaymentStatus = (DayOfWeek)value45!;
        }

        if (values.TryGetValue("PaymentNumber", out var value46))
        {
            order.PaymentNumber = (int)value46!;
        }

        if (values.TryGetValue("PaymentCountry", out var value47))
        {
            order.PaymentCountry = (string)value47!;
        }

        if (values.TryGetValue("PaymentIsActive", out var value48))
        {
            order.PaymentIsActive = (bool)value48!;
        }

        if (values.TryGetValue("PaymentCount", out var value49))
        {
            order.PaymentCount = (int)value49!;
        }

        if (values.TryGetValue("InvoiceId", out var value50))
        {
            order.InvoiceId = (int)value50!;
        }

        if (values.TryGetValue("InvoiceName", out var value51))
        {
            order.InvoiceName = (string)value51!;
        }

        if (values.TryGetValue("InvoiceCode", out var value52))
        {
            order.InvoiceCode = (string)value52!;
        }

        if (values.TryGetValue("InvoiceDate", out var value53))
        {
            order.InvoiceDate = (DateTime)value53!;
        }

        if (values.TryGetValue("InvoiceTotal", out var value54))
        {
            order.InvoiceTotal = (decimal)value54!;
        }

        if (values.TryGetValue("InvoiceStatus", out var value55))
        {
            order.InvoiceStatus = (DayOfWeek)value55!;
        }

        if (values.TryGetValue("InvoiceNumber", out var value56))
        {
            order.InvoiceNumber = (int)value56!;
        }

        if (values.TryGetValue("InvoiceCountry", out var value57))
        {
            order.InvoiceCountry = (string)value57!;
        }

        if (values.TryGetValue("InvoiceIsActive", out var value58))
        {
            order.InvoiceIsActive = (bool)value58!;
        }

        if (values.TryGetValue("InvoiceCount", out var value59))
        {
            order.InvoiceCount = (int)value59!;
        }

        if (values.TryGetValue("DeliveryId", out var value60))
        {
            order.DeliveryId = (int)value60!;
        }

        if (values.TryGetValue("DeliveryName", out var value61))
        {
            order.DeliveryName = (string)value61!;
        }

        if (values.TryGetValue("DeliveryCode", out var value62))
        {
            order.DeliveryCode = (string)value62!;
        }

        if (values.TryGetValue("DeliveryDate", out var value63))
        {
            order.DeliveryDate = (DateTime)value63!;
        }

        if (values.TryGetValue("DeliveryTotal", out var value64))
        {
            order.DeliveryTotal = (decimal)value64!;
        }

        if (values.TryGetValue("DeliveryStatus", out var value65))
        {
            order.DeliveryStatus = (DayOfWeek)value65!;
        }

        if (values.TryGetValue("DeliveryNumber", out var value66))
        {
            order.DeliveryNumber = (int)value66!;
        }

        if (values.TryGetValue("DeliveryCountry", out var value67))
        {
            order.DeliveryCountry = (string)value67!;
        }

        if (values.TryGetValue("DeliveryIsActive", out var value68))
        {
            order.DeliveryIsActive = (bool)value68!;
        }

        if (values.TryGetValue("DeliveryCount", out var value69))
        {
            order.DeliveryCount = (int)value69!;
        }

        if (values.TryGetValue("ProductId", out var value70))
        {
            order.ProductId = (int)value70!;
        }

        if (values.TryGetValue("ProductName", out var value71))
        {
            order.ProductName = (string)value71!;
        }

        if (values.TryGetValue("ProductCode", out var value72))
        {
            order.ProductCode = (string)value72!;
        }

        if (values.TryGetValue("ProductDate", out var value73))
        {
            order.ProductDate = (DateTime)value73!;
        }

        if (values.TryGetValue("ProductTotal", out var value74))
        {
            order.ProductTotal = (decimal)value74!;
        }

        if (values.TryGetValue("ProductStatus", out var value75))
        {
            order.ProductStatus = (DayOfWeek)value75!;
        }

        if (values.TryGetValue("ProductNumber", out var value76))
        {
            order.ProductNumber = (int)value76!;
        }

        if (values.TryGetValue("ProductCountry", out var value77))
        {
            order.ProductCountry = (string)value77!;
        }

        if (values.TryGetValue("ProductIsActive", out var value78))
        {
            order.ProductIsActive = (bool)value78!;
        }

        if (values.TryGetValue("ProductCount", out var value79))
        {
            order.ProductCount = (int)value79!;
        }

        if (values.TryGetValue("WarehouseId", out var value80))
        {
            order.WarehouseId = (int)value80!;
        }

        if (values.TryGetValue("WarehouseName", out var value81))
        {
            order.WarehouseName = (string)value81!;
        }

        if (values.TryGetValue("WarehouseCode", out var value82))
        {
            order.WarehouseCode = (string)value82!;
        }

        if (values.TryGetValue("WarehouseDate", out var value83))
        {
            order.WarehouseDate = (DateTime)value83!;
        }

        if (values.TryGetValue("WarehouseTotal", out var value84))
        {
            order.WarehouseTotal = (decimal)value84!;
        }

        if (values.TryGetValue("WarehouseStatus", out var value85))
        {
            order.WarehouseStatus = (DayOfWeek)value85!;
        }

        if (values.TryGetValue("WarehouseNumber", out var value86))
        {
            order.WarehouseNumber = (int)value86!;
        }

        if (values.TryGetValue("WarehouseCountry", out var value87))
        {
            order.WarehouseCountry = (string)value87!;
        }

        if (values.TryGetValue("WarehouseIsActive", out var value88))
        {
            order.WarehouseIsActive = (bool)value88!;
        }

        if (values.TryGetValue("WarehouseCount", out var value89))
        {
            order.WarehouseCount = (int)value89!;
        }

        if (values.TryGetValue("AccountId", out var value90))
        {
            order.AccountId = (int)value90!;
        }

        if (values.TryGetValue("AccountName", out var value91))
        {
            order.AccountName = (string)value91!;
        }

        if (values.TryGetValue("AccountCode", out var value92))
        {
            order.AccountCode = (string)value92!;
        }

        if (values.TryGetValue("AccountDate", out var value93))
        {
            order.AccountDate = (DateTime)value93!;
        }

        if (values.TryGetValue("AccountTotal", out var value94))
        {
            order.AccountTotal = (decimal)value94!;
        }

        if (values.TryGetValue("AccountStatus", out var value95))
        {
            order.AccountStatus = (DayOfWeek)value95!;
        }

        if (values.TryGetValue("AccountNumber", out var value96))
        {
            order.AccountNumber = (int)value96!;
        }

        if (values.TryGetValue("AccountCountry", out var value97))
        {
            order.AccountCountry = (string)value97!;
        }

        if (values.TryGetValue("AccountIsActive", out var value98))
        {
            order.AccountIsActive = (bool)value98!;
        }

        if (values.TryGetValue("AccountCount", out var value99))
        {
            order.AccountCount = (int)value99!;
        }

        return order;
    }
}
