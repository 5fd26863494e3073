// Generated from client/openapi.json by `npm run generate`. Do not edit.
// @ts-nocheck

import { client } from './client.gen.ts';
import type { Client, Options as Options2, TDataShape } from './client/index.ts';
import type { AbortOrderData, AbortOrderErrors, AbortOrderResponses, AcknowledgeOrderData, AcknowledgeOrderErrors, AcknowledgeOrderResponses, ApproveCompositionData, ApproveCompositionErrors, ApproveCompositionResponses, CancelOrderData, CancelOrderErrors, CancelOrderResponses, ChangeCustomerDetailsData, ChangeCustomerDetailsErrors, ChangeCustomerDetailsResponses, FollowEventsData, FollowEventsErrors, FollowEventsResponse, FollowEventsResponses, GetAccountData, GetAccountErrors, GetAccountResponses, GetCalendarData, GetCalendarErrors, GetCalendarFileData, GetCalendarFileErrors, GetCalendarFileResponses, GetCalendarResponses, GetEligibilityData, GetEligibilityErrors, GetEligibilityResponses, GetMeData, GetMeErrors, GetMeResponses, GetOrderData, GetOrderErrors, GetOrderResponses, GetPlanData, GetPlanErrors, GetPlanResponses, GetPolicyData, GetPolicyErrors, GetPolicyResponses, GetPolicyVersionData, GetPolicyVersionErrors, GetPolicyVersionResponses, GetProductData, GetProductErrors, GetProductResponses, GetSubscriptionData, GetSubscriptionErrors, GetSubscriptionHistoryData, GetSubscriptionHistoryErrors, GetSubscriptionHistoryResponses, GetSubscriptionResponses, ListAccountsData, ListAccountsErrors, ListAccountsResponses, ListBillingPeriodsData, ListBillingPeriodsErrors, ListBillingPeriodsResponses, ListOrdersData, ListOrdersErrors, ListOrdersResponses, ListPlansData, ListPlansErrors, ListPlansResponses, ListPoliciesData, ListPoliciesErrors, ListPoliciesResponses, ListProductsData, ListProductsErrors, ListProductsResponses, ListSubscriptionsData, ListSubscriptionsErrors, ListSubscriptionsResponses, PublishPolicyData, PublishPolicyErrors, PublishPolicyResponses, PutBillingPeriodData, PutBillingPeriodErrors, PutBillingPeriodResponses, ReplayPolicyData, ReplayPolicyErrors, ReplayPolicyResponses, ReportVendorEventData, ReportVendorEventErrors, ReportVendorEventResponses, RetryOrderData, RetryOrderErrors, RetryOrderResponses, SimulateSubscriptionData, SimulateSubscriptionErrors, SimulateSubscriptionResponses, SkipOrderData, SkipOrderErrors, SkipOrderResponses, SubmitOrderData, SubmitOrderErrors, SubmitOrderResponses, ValidatePolicyData, ValidatePolicyErrors, ValidatePolicyResponses, WaiveOrderData, WaiveOrderErrors, WaiveOrderResponses } from './types.gen.ts';

export type Options<TData extends TDataShape = TDataShape, ThrowOnError extends boolean = boolean, TResponse = unknown> = Options2<TData, ThrowOnError, TResponse> & {
    /**
     * You can provide a client instance returned by `createClient()` instead of
     * individual options. This might be also useful if you want to implement a
     * custom client.
     */
    client?: Client;
    /**
     * You can pass arbitrary values through the `meta` object. This can be
     * used to access values that aren't defined as part of the SDK function.
     */
    meta?: Record<string, unknown>;
};

/**
 * Who is signed in, and whom to ask for help
 */
export const getMe = <ThrowOnError extends boolean = false>(options?: Options<GetMeData, ThrowOnError>) => (options?.client ?? client).get<GetMeResponses, GetMeErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/me',
    ...options
});

/**
 * Subscriptions, in the order of their ids
 */
export const listSubscriptions = <ThrowOnError extends boolean = false>(options?: Options<ListSubscriptionsData, ThrowOnError>) => (options?.client ?? client).get<ListSubscriptionsResponses, ListSubscriptionsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions',
    ...options
});

/**
 * One subscription
 */
export const getSubscription = <ThrowOnError extends boolean = false>(options: Options<GetSubscriptionData, ThrowOnError>) => (options.client ?? client).get<GetSubscriptionResponses, GetSubscriptionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions/{subscriptionId}',
    ...options
});

/**
 * What you may order, from when until when, and why not
 */
export const getEligibility = <ThrowOnError extends boolean = false>(options: Options<GetEligibilityData, ThrowOnError>) => (options.client ?? client).get<GetEligibilityResponses, GetEligibilityErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions/{subscriptionId}/eligibility',
    ...options
});

/**
 * What the next 18 months hold if nobody orders anything more; as iCalendar with Accept: text/calendar
 */
export const getCalendar = <ThrowOnError extends boolean = false>(options: Options<GetCalendarData, ThrowOnError>) => (options.client ?? client).get<GetCalendarResponses, GetCalendarErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions/{subscriptionId}/calendar',
    ...options
});

/**
 * The same as an iCalendar file
 */
export const getCalendarFile = <ThrowOnError extends boolean = false>(options: Options<GetCalendarFileData, ThrowOnError>) => (options.client ?? client).get<GetCalendarFileResponses, GetCalendarFileErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions/{subscriptionId}/calendar.ics',
    ...options
});

/**
 * What would happen if orders were placed and facts came in on days to come; nothing is stored
 */
export const simulateSubscription = <ThrowOnError extends boolean = false>(options: Options<SimulateSubscriptionData, ThrowOnError>) => (options.client ?? client).post<SimulateSubscriptionResponses, SimulateSubscriptionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions/{subscriptionId}:simulate',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * What changed a subscription, in the order in which it was recorded
 */
export const getSubscriptionHistory = <ThrowOnError extends boolean = false>(options: Options<GetSubscriptionHistoryData, ThrowOnError>) => (options.client ?? client).get<GetSubscriptionHistoryResponses, GetSubscriptionHistoryErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions/{subscriptionId}/history',
    ...options
});

/**
 * Orders, newest first
 */
export const listOrders = <ThrowOnError extends boolean = false>(options?: Options<ListOrdersData, ThrowOnError>) => (options?.client ?? client).get<ListOrdersResponses, ListOrdersErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders',
    ...options
});

/**
 * Place an order and hear the verdict, or hear what it would do
 */
export const submitOrder = <ThrowOnError extends boolean = false>(options: Options<SubmitOrderData, ThrowOnError>) => (options.client ?? client).post<SubmitOrderResponses, SubmitOrderErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * One order as it stands
 */
export const getOrder = <ThrowOnError extends boolean = false>(options: Options<GetOrderData, ThrowOnError>) => (options.client ?? client).get<GetOrderResponses, GetOrderErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders/{orderId}',
    ...options
});

/**
 * Confirm that the outcome of an order has been seen
 */
export const acknowledgeOrder = <ThrowOnError extends boolean = false>(options: Options<AcknowledgeOrderData, ThrowOnError>) => (options.client ?? client).post<AcknowledgeOrderResponses, AcknowledgeOrderErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders/{orderId}:acknowledge',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take an order back, before it has begun or, where the vendor allows it, after
 */
export const cancelOrder = <ThrowOnError extends boolean = false>(options: Options<CancelOrderData, ThrowOnError>) => (options.client ?? client).post<CancelOrderResponses, CancelOrderErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders/{orderId}:cancel',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Let the outcome of an order go unseen (operators)
 */
export const waiveOrder = <ThrowOnError extends boolean = false>(options: Options<WaiveOrderData, ThrowOnError>) => (options.client ?? client).post<WaiveOrderResponses, WaiveOrderErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders/{orderId}:waive',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Have a held order tried again (operators)
 */
export const retryOrder = <ThrowOnError extends boolean = false>(options: Options<RetryOrderData, ThrowOnError>) => (options.client ?? client).post<RetryOrderResponses, RetryOrderErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders/{orderId}:retry',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Take a held order for done: it has been settled at the vendor by hand (operators)
 */
export const skipOrder = <ThrowOnError extends boolean = false>(options: Options<SkipOrderData, ThrowOnError>) => (options.client ?? client).post<SkipOrderResponses, SkipOrderErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders/{orderId}:skip',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Give a held order up: what is left at the vendor is undone (operators)
 */
export const abortOrder = <ThrowOnError extends boolean = false>(options: Options<AbortOrderData, ThrowOnError>) => (options.client ?? client).post<AbortOrderResponses, AbortOrderErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/orders/{orderId}:abort',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Accounts, in the order of their ids
 */
export const listAccounts = <ThrowOnError extends boolean = false>(options?: Options<ListAccountsData, ThrowOnError>) => (options?.client ?? client).get<ListAccountsResponses, ListAccountsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/accounts',
    ...options
});

/**
 * One account
 */
export const getAccount = <ThrowOnError extends boolean = false>(options: Options<GetAccountData, ThrowOnError>) => (options.client ?? client).get<GetAccountResponses, GetAccountErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/accounts/{accountId}',
    ...options
});

/**
 * Change the contact, the name or the card reference of an account; no order, possible at any time
 */
export const changeCustomerDetails = <ThrowOnError extends boolean = false>(options: Options<ChangeCustomerDetailsData, ThrowOnError>) => (options.client ?? client).post<ChangeCustomerDetailsResponses, ChangeCustomerDetailsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/accounts/{accountId}:changeCustomerDetails',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Say whether a month of a subscription has been billed and paid
 */
export const putBillingPeriod = <ThrowOnError extends boolean = false>(options: Options<PutBillingPeriodData, ThrowOnError>) => (options.client ?? client).put<PutBillingPeriodResponses, PutBillingPeriodErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions/{subscriptionId}/billing-periods/{month}',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * What billing has said of the months of a subscription, oldest first
 */
export const listBillingPeriods = <ThrowOnError extends boolean = false>(options: Options<ListBillingPeriodsData, ThrowOnError>) => (options.client ?? client).get<ListBillingPeriodsResponses, ListBillingPeriodsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/subscriptions/{subscriptionId}/billing-periods',
    ...options
});

/**
 * Products, in the order of their ids
 */
export const listProducts = <ThrowOnError extends boolean = false>(options?: Options<ListProductsData, ThrowOnError>) => (options?.client ?? client).get<ListProductsResponses, ListProductsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/products',
    ...options
});

/**
 * One product, with its plans, SKUs and options
 */
export const getProduct = <ThrowOnError extends boolean = false>(options: Options<GetProductData, ThrowOnError>) => (options.client ?? client).get<GetProductResponses, GetProductErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/products/{productId}',
    ...options
});

/**
 * Plans, in the order of their ids; of a product, or those that await an approval
 */
export const listPlans = <ThrowOnError extends boolean = false>(options?: Options<ListPlansData, ThrowOnError>) => (options?.client ?? client).get<ListPlansResponses, ListPlansErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/plans',
    ...options
});

/**
 * One plan, and whether a change of its composition awaits approval
 */
export const getPlan = <ThrowOnError extends boolean = false>(options: Options<GetPlanData, ThrowOnError>) => (options.client ?? client).get<GetPlanResponses, GetPlanErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/plans/{planId}',
    ...options
});

/**
 * Approve the change of a suite's composition, for its subscriptions to be changed again
 */
export const approveComposition = <ThrowOnError extends boolean = false>(options: Options<ApproveCompositionData, ThrowOnError>) => (options.client ?? client).post<ApproveCompositionResponses, ApproveCompositionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/plans/{planId}:approveComposition',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Policies, in the order of their ids
 */
export const listPolicies = <ThrowOnError extends boolean = false>(options?: Options<ListPoliciesData, ThrowOnError>) => (options?.client ?? client).get<ListPoliciesResponses, ListPoliciesErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/policies',
    ...options
});

/**
 * One policy: its versions, and which is in force
 */
export const getPolicy = <ThrowOnError extends boolean = false>(options: Options<GetPolicyData, ThrowOnError>) => (options.client ?? client).get<GetPolicyResponses, GetPolicyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/policies/{policyId}',
    ...options
});

/**
 * The rules of one version of a policy
 */
export const getPolicyVersion = <ThrowOnError extends boolean = false>(options: Options<GetPolicyVersionData, ThrowOnError>) => (options.client ?? client).get<GetPolicyVersionResponses, GetPolicyVersionErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/policies/{policyId}/versions/{version}',
    ...options
});

/**
 * What is wrong with a draft of a policy; nothing is stored
 */
export const validatePolicy = <ThrowOnError extends boolean = false>(options: Options<ValidatePolicyData, ThrowOnError>) => (options.client ?? client).post<ValidatePolicyResponses, ValidatePolicyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/policies/{policyId}:validate',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Publish the next version of a policy
 */
export const publishPolicy = <ThrowOnError extends boolean = false>(options: Options<PublishPolicyData, ThrowOnError>) => (options.client ?? client).post<PublishPolicyResponses, PublishPolicyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/policies/{policyId}:publish',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Which decisions would differ under a draft; nothing is stored
 */
export const replayPolicy = <ThrowOnError extends boolean = false>(options: Options<ReplayPolicyData, ThrowOnError>) => (options.client ?? client).post<ReplayPolicyResponses, ReplayPolicyErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/policies/{policyId}:replay',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});

/**
 * Live events (server-sent events), from Last-Event-ID on or from now
 */
export const followEvents = <ThrowOnError extends boolean = false>(options?: Options<FollowEventsData, ThrowOnError, FollowEventsResponse>) => (options?.client ?? client).sse.get<FollowEventsResponses, FollowEventsErrors, ThrowOnError>({
    security: [{ scheme: 'bearer', type: 'http' }],
    url: '/v1/events',
    ...options
});

/**
 * Report what happened at a vendor; signed, once per webhook-id
 */
export const reportVendorEvent = <ThrowOnError extends boolean = false>(options: Options<ReportVendorEventData, ThrowOnError>) => (options.client ?? client).post<ReportVendorEventResponses, ReportVendorEventErrors, ThrowOnError>({
    security: [{ name: 'webhook-signature', type: 'apiKey' }],
    url: '/v1/vendor-events',
    ...options,
    headers: {
        'Content-Type': 'application/json',
        ...options.headers
    }
});
