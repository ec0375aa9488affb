using System;

namespace DictionaryAnalyzers.Benchmarks.Mapping;

/// <summary>An object with a hundred members, as one that has grown with the business for years: 40 texts, 30 numbers, and 10 each of money, dates, flags and enum values.</summary>
public sealed class WideOrder
{
    public int OrderId { get; set; }

    public string OrderName { get; set; } = "";

    public string OrderCode { get; set; } = "";

    public DateTime OrderDate { get; set; }

    public decimal OrderTotal { get; set; }

    public DayOfWeek OrderStatus { get; set; }

    public int OrderNumber { get; set; }

    public string OrderCountry { get; set; } = "";

    public bool OrderIsActive { get; set; }

    public int OrderCount { get; set; }

    public int CustomerId { get; set; }

    public string CustomerName { get; set; } = "";

    public string CustomerCode { get; set; } = "";

    public DateTime CustomerDate { get; set; }

    public decimal CustomerTotal { get; set; }

    public DayOfWeek CustomerStatus { get; set; }

    public int CustomerNumber { get; set; }

    public string CustomerCountry { get; set; } = "";

    public bool CustomerIsActive { get; set; }

    public int CustomerCount { get; set; }

    public int ShippingId { get; set; }

    public string ShippingName { get; set; } = "";

    public string ShippingCode { get; set; } = "";

    public DateTime ShippingDate { get; set; }

    public decimal ShippingTotal { get; set; }

    public DayOfWeek ShippingStatus { get; set; }

    public int ShippingNumber { get; set; }

    public string ShippingCountry { get; set; } = "";

    public bool ShippingIsActive { get; set; }

    public int ShippingCount { get; set; }

    public int BillingId { get; set; }

    public string BillingName { get; set; } = "";

    public string BillingCode { get; set; } = "";

    public DateTime BillingDate { get; set; }

    public decimal BillingTotal { get; set; }

    public DayOfWeek BillingStatus { get; set; }

    public int BillingNumber { get; set; }

    public string BillingCountry { get; set; } = "";

    public bool BillingIsActive { get; set; }

    public int BillingCount { get; set; }

    public int PaymentId { get; set; }

    public string PaymentName { get; set; } = "";

    public string PaymentCode { get; set; } = "";

    public DateTime PaymentDate { get; set; }

    public decimal PaymentTotal { get; set; }

    public DayOfWeek PaymentStatus { get; set; }

    public int PaymentNumber { get; set; }

    public string PaymentCountry { get; set; } = "";

    public bool PaymentIsActive { get; set; }

    public int PaymentCount { get; set; }

    public int InvoiceId { get; set; }

    public string InvoiceName { get; set; } = "";

    public string InvoiceCode { get; set; } = "";

    public DateTime InvoiceDate { get; set; }

    public decimal InvoiceTotal { get; set; }

    public DayOfWeek InvoiceStatus { get; set; }

    public int InvoiceNumber { get; set; }

    public string InvoiceCountry { get; set; } = "";

    public bool InvoiceIsActive { get; set; }

    public int InvoiceCount { get; set; }

    public int DeliveryId { get; set; }

    public string DeliveryName { get; set; } = "";

    public string DeliveryCode { get; set; } = "";

    public DateTime DeliveryDate { get; set; }

    public decimal DeliveryTotal { get; set; }

    public DayOfWeek DeliveryStatus { get; set; }

    public int DeliveryNumber { get; set; }

    public string DeliveryCountry { get; set; } = "";

    public bool DeliveryIsActive { get; set; }

    public int DeliveryCount { get; set; }

    public int ProductId { get; set; }

    public string ProductName { get; set; } = "";

    public string ProductCode { get; set; } = "";

    public DateTime ProductDate { get; set; }

    public decimal ProductTotal { get; set; }

    public DayOfWeek ProductStatus { get; set; }

    public int ProductNumber { get; set; }

    public string ProductCountry { get; set; } = "";

    public bool ProductIsActive { get; set; }

    public int ProductCount { get; set; }

    public int WarehouseId { get; set; }

    public string WarehouseName { get; set; } = "";

    public string WarehouseCode { get; set; } = "";

    public DateTime WarehouseDate { get; set; }

    public decimal WarehouseTotal { get; set; }

    public DayOfWeek WarehouseStatus { get; set; }

    public int WarehouseNumber { get; set; }

    public string WarehouseCountry { get; set; } = "";

    public bool WarehouseIsActive { get; set; }

    public int WarehouseCount { get; set; }

    public int AccountId { get; set; }

    public string AccountName { get; set; } = "";

    public string AccountCode { get; set; } = "";

    public DateTime AccountDate { get; set; }

    public decimal AccountTotal { get; set; }

    public DayOfWeek AccountStatus { get; set; }

    public int AccountNumber { get; set; }

    public string AccountCountry { get; set; } = "";

    public bool AccountIsActive { get; set; }

    public int AccountCount { get; set; }

    public static WideOrder Filled() => new()
    {
        OrderId = 100000,
        OrderName = "Ord1",
        OrderCode = "Ord2",
        OrderDate = new DateTime(2024, 4, 4, 0, 0, 0, DateTimeKind.Utc),
        OrderTotal = 4.25m,
        OrderStatus = DayOfWeek.Friday,
        OrderNumber = 100222,
        OrderCountry = "Ord7",
        OrderIsActive = true,
        OrderCount = 333,
        CustomerId = 100370,
        CustomerName = "Cus11",
        CustomerCode = "Cus12",
        CustomerDate = new DateTime(2024, 2, 14, 0, 0, 0, DateTimeKind.Utc),
        CustomerTotal = 14.25m,
        CustomerStatus = DayOfWeek.Friday,
        CustomerNumber = 100592,
        CustomerCountry = "Cus17",
        CustomerIsActive = false,
        CustomerCount = 703,
        ShippingId = 100740,
        ShippingName = "Shi21",
        ShippingCode = "Shi22",
        ShippingDate = new DateTime(2024, 12, 24, 0, 0, 0, DateTimeKind.Utc),
        ShippingTotal = 24.25m,
        ShippingStatus = DayOfWeek.Friday,
        ShippingNumber = 100962,
        ShippingCountry = "Shi27",
        ShippingIsActive = true,
        ShippingCount = 1073,
        BillingId = 101110,
        BillingName = "Bil31",
        BillingCode = "Bil32",
        BillingDate = new DateTime(2024, 10, 6, 0, 0, 0, DateTimeKind.Utc),
        BillingTotal = 34.25m,
        BillingStatus = DayOfWeek.Friday,
        BillingNumber = 101332,
        BillingCountry = "Bil37",
        BillingIsActive = false,
        BillingCount = 1443,
        PaymentId = 101480,
        PaymentName = "Pay41",
        PaymentCode = "Pay42",
        PaymentDate = new DateTime(2024, 8, 16, 0, 0, 0, DateTimeKind.Utc),
        PaymentTotal = 44.25m,
        PaymentStatus = DayOfWeek.Friday,
        PaymentNumber = 101702,
        PaymentCountry = "Pay47",
        PaymentIsActive = true,
        PaymentCount = 1813,
        InvoiceId = 101850,
        InvoiceName = "Inv51",
        InvoiceCode = "Inv52",
        InvoiceDate = new DateTime(2024, 6, 26, 0, 0, 0, DateTimeKind.Utc),
        InvoiceTotal = 54.25m,
        InvoiceStatus = DayOfWeek.Friday,
        InvoiceNumber = 102072,
        InvoiceCountry = "Inv57",
        InvoiceIsActive = false,
        InvoiceCount = 2183,
        DeliveryId = 102220,
        DeliveryName = "Del61",
        DeliveryCode = "Del62",
        DeliveryDate = new DateTime(2024, 4, 8, 0, 0, 0, DateTimeKind.Utc),
        DeliveryTotal = 64.25m,
        DeliveryStatus = DayOfWeek.Friday,
        DeliveryNumber = 102442,
        DeliveryCountry = "Del67",
        DeliveryIsActive = true,
        DeliveryCount = 2553,
        ProductId = 102590,
        ProductName = "Pro71",
        ProductCode = "Pro72",
        ProductDate = new DateTime(2024, 2, 18, 0, 0, 0, DateTimeKind.Utc),
        ProductTotal = 74.25m,
        ProductStatus = DayOfWeek.Friday,
        ProductNumber = 102812,
        ProductCountry = "Pro77",
        ProductIsActive = false,
        ProductCount = 2923,
        WarehouseId = 102960,
        WarehouseName = "War81",
        WarehouseCode = "War82",
        WarehouseDate = new DateTime(2024, 12, 28, 0, 0, 0, DateTimeKind.Utc),
        WarehouseTotal = 84.25m,
        WarehouseStatus = DayOfWeek.Friday,
        WarehouseNumber = 103182,
        WarehouseCountry = "War87",
        WarehouseIsActive = true,
        WarehouseCount = 3293,
        AccountId = 103330,
        AccountName = "Acc91",
        AccountCode = "Acc92",
        AccountDate = new DateTime(2024, 10, 10, 0, 0, 0, DateTimeKind.Utc),
        AccountTotal = 94.25m,
        AccountStatus = DayOfWeek.Friday,
        AccountNumber = 103552,
        AccountCountry = "Acc97",
        AccountIsActive = false,
        AccountCount = 3663,
    };
}
