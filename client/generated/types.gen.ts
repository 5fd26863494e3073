// Generated from client/openapi.json by `npm run generate`. Do not edit.
// @ts-nocheck

export type ClientOptions = {
    baseUrl: `${string}://${string}` | (string & {});
};

export type Me = {
    subject: string;
    name: string | null;
    role: 'customer' | 'partner' | 'operator' | 'machine';
    accounts: Array<string>;
    tenant: {
        id: string;
        name: string;
        /**
         * Where people who are stuck turn to
         */
        supportContact: string;
    };
};

export type Problem = {
    type: string;
    title: string;
    status: number;
    detail: string;
    /**
     * Stable; listed in docs/errors.md
     */
    code: string;
    advice: string;
    instance?: string;
    orderId?: string;
    supportContact?: string;
    errors?: Array<{
        field: string;
        message: string;
    }>;
    [key: string]: unknown;
};

export type SubscriptionPage = {
    items: Array<Subscription>;
    nextPageToken: string | null;
};

export type Subscription = {
    id: string;
    account: {
        id: string;
        name: string;
        contactEmail: string;
    };
    product: {
        id: string;
        name: string;
        timeZone: string;
        unit: {
            one: string;
            many: string;
        };
    };
    sku: {
        id: string;
        name: string;
        minimumQuantity: number | null;
        maximumQuantity: number | null;
    };
    /**
     * Licensed units in total
     */
    quantity: number;
    /**
     * Units in use, as the vendor last reported
     */
    assignedQuantity: number | null;
    state: 'pendingActivation' | 'active' | 'suspended' | 'terminated' | 'expired';
    trial: boolean;
    version: number;
};

export type Order = {
    id: string;
    type: 'changeQuantity';
    state: 'rejected' | 'scheduled' | 'inProgress' | 'held' | 'completed' | 'failed' | 'cancelled';
    subscriptionId: string;
    accountId: string;
    quantity: number;
    expectedCurrentQuantity: number;
    confirmedTotal?: number;
    contactEmail?: string;
    note?: string;
    previousQuantity: number;
    /**
     * UTC
     */
    submittedAt: string;
    submittedBy: {
        subject: string;
        role: 'customer' | 'partner' | 'operator' | 'machine';
    };
    /**
     * UTC
     */
    decidedAt: string;
    decision: Decision;
    /**
     * UTC
     */
    finishedAt: string | null;
    failure: {
        code: string;
        message: string;
    } | null;
    acknowledgement: Acknowledgement;
    version: number;
};

export type Decision = {
    outcome: 'accepted' | 'rejected';
    policy: {
        id: string;
        version: number;
    };
    /**
     * In the product's business time zone
     */
    decisionDate: string;
    /**
     * In the product's business time zone
     */
    effectiveDate: string | null;
    rejections: Array<Rejection>;
    /**
     * The smallest change of the order that passes every rule
     */
    smallestChange: {
        [key: string]: string | number | boolean;
    } | null;
    trace: Array<{
        rule: string;
        source: string;
        sentence: string;
        verdict: 'passed' | 'failed';
        inputs: {
            [key: string]: string | number | boolean | Array<string> | null;
        };
    }>;
};

export type Rejection = {
    code: string;
    rule: string;
    source: string;
    sentence: string;
    inputs: {
        [key: string]: string | number | boolean | Array<string> | null;
    };
    /**
     * In the product's business time zone
     */
    eligibleFrom: string | null;
    /**
     * In the product's business time zone
     */
    eligibleUntil: string | null;
    smallestChange: {
        [key: string]: string | number | boolean;
    } | null;
};

export type Acknowledgement = {
    state: 'notRequired' | 'awaiting' | 'acknowledged' | 'waived';
    notice: {
        title: string;
        text: string;
        hash: string;
    } | null;
    /**
     * UTC
     */
    acknowledgedAt: string | null;
    acknowledgedBy: string | null;
    channel: string | null;
};

export type SubmittedOrder = {
    id: string;
    state: 'submitted';
};

export type OrderRequest = {
    type: 'changeQuantity';
} & ChangeQuantity;

export type ChangeQuantity = {
    type: 'changeQuantity';
    subscriptionId: string;
    /**
     * The TOTAL after the change, not the number to add or remove
     */
    quantity: number;
    /**
     * The quantity you see now
     */
    expectedCurrentQuantity: number;
    /**
     * Equal to quantity, once a person has confirmed a total that reads like a number to add
     */
    confirmedTotal?: number;
    contactEmail?: string;
    note?: string;
};

export type OrderPage = {
    items: Array<Order>;
    nextPageToken: string | null;
};

export type AcknowledgeOrder = {
    /**
     * Must be true: the ticked box
     */
    confirmed?: boolean;
};

export type GetMeData = {
    body?: never;
    path?: never;
    query?: never;
    url: '/v1/me';
};

export type GetMeErrors = {
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type GetMeError = GetMeErrors[keyof GetMeErrors];

export type GetMeResponses = {
    /**
     * The person or system the token speaks for
     */
    200: Me;
};

export type GetMeResponse = GetMeResponses[keyof GetMeResponses];

export type ListSubscriptionsData = {
    body?: never;
    path?: never;
    query?: {
        pageSize?: number;
        /**
         * nextPageToken of the page before
         */
        pageToken?: string;
    };
    url: '/v1/subscriptions';
};

export type ListSubscriptionsErrors = {
    /**
     * INVALID_REQUEST
     */
    400: Problem;
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type ListSubscriptionsError = ListSubscriptionsErrors[keyof ListSubscriptionsErrors];

export type ListSubscriptionsResponses = {
    /**
     * A page of subscriptions
     */
    200: SubscriptionPage;
};

export type ListSubscriptionsResponse = ListSubscriptionsResponses[keyof ListSubscriptionsResponses];

export type GetSubscriptionData = {
    body?: never;
    path: {
        subscriptionId: string;
    };
    query?: never;
    url: '/v1/subscriptions/{subscriptionId}';
};

export type GetSubscriptionErrors = {
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * SUBSCRIPTION_NOT_FOUND
     */
    404: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type GetSubscriptionError = GetSubscriptionErrors[keyof GetSubscriptionErrors];

export type GetSubscriptionResponses = {
    /**
     * The subscription
     */
    200: Subscription;
};

export type GetSubscriptionResponse = GetSubscriptionResponses[keyof GetSubscriptionResponses];

export type ListOrdersData = {
    body?: never;
    path?: never;
    query?: {
        pageSize?: number;
        /**
         * nextPageToken of the page before
         */
        pageToken?: string;
        /**
         * Repeat it for several states
         */
        state?: Array<'rejected' | 'scheduled' | 'inProgress' | 'held' | 'completed' | 'failed' | 'cancelled'>;
        subscriptionId?: string;
        acknowledgement?: 'notRequired' | 'awaiting' | 'acknowledged' | 'waived';
    };
    url: '/v1/orders';
};

export type ListOrdersErrors = {
    /**
     * INVALID_REQUEST
     */
    400: Problem;
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type ListOrdersError = ListOrdersErrors[keyof ListOrdersErrors];

export type ListOrdersResponses = {
    /**
     * A page of orders
     */
    200: OrderPage;
};

export type ListOrdersResponse = ListOrdersResponses[keyof ListOrdersResponses];

export type SubmitOrderData = {
    body: OrderRequest;
    headers: {
        'Idempotency-Key': string;
    };
    path?: never;
    query?: never;
    url: '/v1/orders';
};

export type SubmitOrderErrors = {
    /**
     * MALFORMED_JSON, INVALID_REQUEST, IDEMPOTENCY_KEY_MISSING, IDEMPOTENCY_KEY_INVALID
     */
    400: Problem;
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * ROLE_NOT_ALLOWED, TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * SUBSCRIPTION_NOT_FOUND
     */
    404: Problem;
    /**
     * ORDER_IN_PROGRESS, UNACKNOWLEDGED_ORDER, STALE_QUANTITY
     */
    409: Problem;
    /**
     * PAYLOAD_TOO_LARGE
     */
    413: Problem;
    /**
     * UNSUPPORTED_MEDIA_TYPE
     */
    415: Problem;
    /**
     * IDEMPOTENCY_KEY_REUSED, SUBSCRIPTION_NOT_ACTIVE, NO_CHANGE, CONFIRM_TOTAL, CONTACT_EMAIL_REQUIRED, BELOW_MINIMUM_QUANTITY, ABOVE_MAXIMUM_QUANTITY, BELOW_ASSIGNED_QUANTITY
     */
    422: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * CATALOGUE_INCOMPLETE, TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type SubmitOrderError = SubmitOrderErrors[keyof SubmitOrderErrors];

export type SubmitOrderResponses = {
    /**
     * Accepted: the order as it was decided
     */
    201: Order;
    /**
     * Taken, but not decided yet: look again at Location
     */
    202: SubmittedOrder;
};

export type SubmitOrderResponse = SubmitOrderResponses[keyof SubmitOrderResponses];

export type GetOrderData = {
    body?: never;
    path: {
        orderId: string;
    };
    query?: never;
    url: '/v1/orders/{orderId}';
};

export type GetOrderErrors = {
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * ORDER_NOT_FOUND
     */
    404: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type GetOrderError = GetOrderErrors[keyof GetOrderErrors];

export type GetOrderResponses = {
    /**
     * The order
     */
    200: Order | SubmittedOrder;
};

export type GetOrderResponse = GetOrderResponses[keyof GetOrderResponses];

export type AcknowledgeOrderData = {
    body: AcknowledgeOrder;
    path: {
        orderId: string;
    };
    query?: never;
    url: '/v1/orders/{orderId}:acknowledge';
};

export type AcknowledgeOrderErrors = {
    /**
     * MALFORMED_JSON, INVALID_REQUEST
     */
    400: Problem;
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * ROLE_NOT_ALLOWED, TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * ORDER_NOT_FOUND
     */
    404: Problem;
    /**
     * ORDER_NOT_FINISHED
     */
    409: Problem;
    /**
     * ACKNOWLEDGEMENT_NOT_CONFIRMED
     */
    422: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type AcknowledgeOrderError = AcknowledgeOrderErrors[keyof AcknowledgeOrderErrors];

export type AcknowledgeOrderResponses = {
    /**
     * The order, acknowledged
     */
    200: Order;
};

export type AcknowledgeOrderResponse = AcknowledgeOrderResponses[keyof AcknowledgeOrderResponses];

export type FollowEventsData = {
    body?: never;
    headers?: {
        'Last-Event-ID'?: string;
    };
    path?: never;
    query?: never;
    url: '/v1/events';
};

export type FollowEventsErrors = {
    /**
     * INVALID_REQUEST
     */
    400: Problem;
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type FollowEventsError = FollowEventsErrors[keyof FollowEventsErrors];

export type FollowEventsResponses = {
    /**
     * A stream of events
     */
    200: string;
};

export type FollowEventsResponse = FollowEventsResponses[keyof FollowEventsResponses];
