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
    reasons?: Array<Rejection>;
    /**
     * In the product's business time zone
     */
    eligibleFrom?: string | null;
    /**
     * In the product's business time zone
     */
    eligibleUntil?: string | null;
    /**
     * An order that can be sent as it is, with a new Idempotency-Key, and will be accepted
     */
    suggestedOrder?: OrderRequest | null;
    /**
     * What was pending when the order was rejected
     */
    pendingChanges?: Array<{
        orderId: string;
        type: OrderType;
        /**
         * In the product's business time zone
         */
        effectiveDate: string;
    }>;
    [key: string]: unknown;
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

export type OrderRequest = ({
    type: 'changeQuantity';
} & ChangeQuantity) | ({
    type: 'cancel';
} & Cancel) | ({
    type: 'undoCancel';
} & UndoCancel) | ({
    type: 'suspend';
} & Suspend) | ({
    type: 'activate';
} & Activate) | ({
    type: 'changeServicePlan';
} & ChangeServicePlan) | ({
    type: 'changeTerm';
} & ChangeTerm) | ({
    type: 'changeOptions';
} & ChangeOptions) | ({
    type: 'changeRenewal';
} & ChangeRenewal) | ({
    type: 'changeExpiration';
} & ChangeExpiration) | ({
    type: 'changeLicenceSettings';
} & ChangeLicenceSettings) | ({
    type: 'renew';
} & Renew) | ({
    type: 'purchase';
} & Purchase);

export type ChangeQuantity = {
    type: 'changeQuantity';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
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
};

export type Cancel = {
    type: 'cancel';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    /**
     * An operator’s override: at once, whatever the contract says; note gives the reason
     */
    immediately?: boolean;
};

export type UndoCancel = {
    type: 'undoCancel';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
};

export type Suspend = {
    type: 'suspend';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    /**
     * The day on which the subscription is active again by itself
     */
    until?: string;
};

export type Activate = {
    type: 'activate';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
};

/**
 * At least one part; all of them hold, or none
 */
export type ChangeServicePlan = {
    type: 'changeServicePlan';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    planId?: string;
    options?: Array<{
        optionId: string;
        /**
         * The TOTAL after the change; 0 to have none
         */
        quantity: number;
    }>;
    unitsPerLicence?: number;
    /**
     * Days before the expiration date
     */
    expirationNotificationDays?: number;
    managed?: boolean;
    /**
     * In the product's business time zone
     */
    expirationDate?: string;
    autoRenewal?: {
        enabled: boolean;
        frequency: 'monthly' | 'annual';
    };
};

export type ChangeTerm = {
    type: 'changeTerm';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    term: 'monthly' | 'annual';
};

export type ChangeOptions = {
    type: 'changeOptions';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    options: Array<{
        optionId: string;
        /**
         * The TOTAL after the change; 0 to have none
         */
        quantity: number;
    }>;
};

export type ChangeRenewal = {
    type: 'changeRenewal';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    autoRenewal: {
        enabled: boolean;
        frequency: 'monthly' | 'annual';
    };
};

export type ChangeExpiration = {
    type: 'changeExpiration';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    /**
     * In the product's business time zone
     */
    expirationDate: string;
};

/**
 * At least one setting
 */
export type ChangeLicenceSettings = {
    type: 'changeLicenceSettings';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    unitsPerLicence?: number;
    /**
     * Days before the expiration date
     */
    expirationNotificationDays?: number;
    managed?: boolean;
};

export type Renew = {
    type: 'renew';
    subscriptionId: string;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
};

export type Purchase = {
    type: 'purchase';
    accountId: string;
    productId: string;
    planId: string;
    quantity: number;
    term: 'monthly' | 'annual';
    options?: Array<{
        optionId: string;
        /**
         * The TOTAL after the change; 0 to have none
         */
        quantity: number;
    }>;
    activation: {
        mode: 'firstLogon' | 'onDate' | 'code';
        /**
         * With onDate only
         */
        date?: string;
    };
    /**
     * It is meant to stand beside a subscription to the product that the account has
     */
    additional?: boolean;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
};

export type OrderType = 'changeQuantity' | 'cancel' | 'undoCancel' | 'suspend' | 'activate' | 'changeServicePlan' | 'changeTerm' | 'changeOptions' | 'changeRenewal' | 'changeExpiration' | 'changeLicenceSettings' | 'purchase' | 'renew';

export type SubscriptionPage = {
    items: Array<SubscriptionSummary>;
    nextPageToken: string | null;
};

export type SubscriptionSummary = {
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
    plan: {
        id: string;
        name: string;
        level: number;
        /**
         * Today, in the time zone of the product; null where the catalogue names no real zone
         */
        lifecycle: 'active' | 'endOfSale' | 'endOfLife' | null;
    };
    sku: {
        id: string;
        name: string;
        minimumQuantity: number | null;
        maximumQuantity: number | null;
        quantityStep: number;
    };
    /**
     * Licensed units in total
     */
    quantity: number;
    /**
     * Units in use, as the vendor last reported
     */
    assignedQuantity: number | null;
    /**
     * Units of each option held, in total
     */
    options: {
        [key: string]: number;
    };
    term: 'monthly' | 'annual';
    /**
     * Inclusive
     */
    servicePeriod: {
        /**
         * In the product's business time zone
         */
        start: string;
        /**
         * In the product's business time zone
         */
        end: string;
    };
    state: 'pendingActivation' | 'active' | 'suspended' | 'terminated' | 'expired';
    trial: boolean;
    autoRenewal: {
        enabled: boolean;
        frequency: 'monthly' | 'annual';
    };
    /**
     * The last day of the licence
     */
    expirationDate: string | null;
    expirationNotificationDays: number | null;
    unitsPerLicence: number | null;
    managed: boolean;
    /**
     * In the product's business time zone
     */
    firstOrderDate: string;
    activation: {
        mode: 'firstLogon' | 'onDate' | 'code';
        /**
         * In the product's business time zone
         */
        date: string | null;
    };
    /**
     * In the product's business time zone
     */
    suspendedUntil: string | null;
    /**
     * The partner it was bought through
     */
    partnerId: string | null;
    /**
     * Today, in the time zone of the product; null where the catalogue names no real zone
     */
    licenceStatus: 'normal' | 'expiringSoon' | 'expired' | null;
    /**
     * The composition of the suite has changed, and a partner has not approved that yet
     */
    compositionApprovalPending: boolean;
    version: number;
};

export type Subscription = SubscriptionSummary & {
    /**
     * Where it stands in its term today; null while no version of its policy is in force
     */
    phase: 'monthly' | 'servicePeriod' | 'renewalWindow' | 'renewalWindowClosed' | 'ended' | null;
    /**
     * Of an annual term: the days on which it may next be reduced, inclusive
     */
    renewalWindow: {
        /**
         * In the product's business time zone
         */
        start: string;
        /**
         * In the product's business time zone
         */
        end: string;
    } | null;
    /**
     * In the order in which they take effect
     */
    pendingChanges: Array<PendingChange>;
};

export type PendingChange = {
    orderId: string;
    type: OrderType;
    /**
     * In the product's business time zone
     */
    effectiveDate: string;
    /**
     * What was ordered, for people
     */
    words: string;
};

export type Eligibility = {
    subscriptionId: string;
    /**
     * In the product's business time zone
     */
    asOf: string;
    /**
     * In the product's business time zone
     */
    today: string;
    timeZone: string;
    policy: {
        id: string;
        version: number;
    };
    /**
     * On the day asked about
     */
    licenceStatus: 'normal' | 'expiringSoon' | 'expired';
    /**
     * Totals that can be ordered, as far as the SKU and the units in use decide
     */
    quantity: {
        /**
         * The smallest total that SKU and units in use allow
         */
        minimum: number;
        maximum: number | null;
        step: number;
        /**
         * Units in use, as the vendor last reported
         */
        assigned: number | null;
    };
    actions: Array<ActionEligibility>;
};

export type ActionEligibility = {
    orderType: OrderType;
    /**
     * What people call it
     */
    action: string;
    /**
     * What the rules were asked about: the smallest of its kind; null when it is none that can be sent
     */
    order: OrderRequest | null;
    allowed: boolean;
    /**
     * In the product's business time zone
     */
    effectiveDate: string | null;
    /**
     * The first day on which it is allowed; null when none is known
     */
    eligibleFrom: string | null;
    /**
     * The last day on which it stays so; null when none ends it
     */
    eligibleUntil: string | null;
    reasons: Array<Rejection>;
    /**
     * An order that can be sent as it is, with a new Idempotency-Key, and will be accepted
     */
    suggestedOrder: OrderRequest | null;
    pendingChanges: Array<PendingEffect>;
};

export type PendingEffect = {
    orderId: string;
    type: OrderType;
    /**
     * In the product's business time zone
     */
    effectiveDate: string;
    /**
     * What the order does to the pending change
     */
    outcome: 'keep' | 'merge' | 'rebase' | 'withdraw' | 'supersede' | 'reject' | 'restore';
};

export type SubscriptionCalendar = {
    subscriptionId: string;
    timeZone: string;
    /**
     * In the product's business time zone
     */
    from: string;
    /**
     * In the product's business time zone
     */
    until: string;
    /**
     * Without gap or overlap; both days inclusive
     */
    phases: Array<{
        /**
         * In the product's business time zone
         */
        from: string;
        /**
         * In the product's business time zone
         */
        until: string;
        phase: 'monthly' | 'servicePeriod' | 'renewalWindow' | 'renewalWindowClosed' | 'ended';
    }>;
    /**
     * In the order of their dates
     */
    entries: Array<{
        /**
         * In the product's business time zone
         */
        date: string;
        kind: 'renewalWindowOpens' | 'renewalWindowCloses' | 'periodEnds' | 'renewal' | 'expiry' | 'pendingChange' | 'lastSafeDay' | 'resumption' | 'activation' | 'expiringSoon' | 'decreasePossible' | 'endOfSale' | 'endOfLife';
        title: string;
        orderId: string | null;
    }>;
};

export type Simulation = {
    subscriptionId: string;
    timeZone: string;
    /**
     * In the product's business time zone
     */
    from: string;
    /**
     * In the product's business time zone
     */
    until: string;
    policy: {
        id: string;
        version: number;
    };
    timeline: Array<TimelineEntry>;
    /**
     * Licensed units on the last day of each month; 0 once it has ended
     */
    quantityPerMonth: Array<{
        month: string;
        quantity: number;
    }>;
    after: SubscriptionSnapshot;
    /**
     * What is still pending after the last day
     */
    pendingChanges: Array<PendingChange>;
};

export type TimelineEntry = {
    kind: 'order' | 'decidedOnItsDay';
    /**
     * In the product's business time zone
     */
    date: string;
    /**
     * Of a supposed order: step-<place in steps>, from 0
     */
    orderId: string;
    orderType: OrderType;
    decision: HypotheticalDecision;
} | {
    kind: 'effect';
    /**
     * In the product's business time zone
     */
    date: string;
    orderId: string;
    orderType: OrderType;
} | {
    kind: 'fact';
    /**
     * In the product's business time zone
     */
    date: string;
    fact: 'billing' | 'activated' | 'expired' | 'assignedQuantity' | 'planLifecycle' | 'compositionChanged' | 'compositionApproved';
} | {
    kind: 'renewal' | 'expiry' | 'resumption' | 'activation';
    /**
     * In the product's business time zone
     */
    date: string;
};

export type HypotheticalDecision = {
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
    /**
     * The last day on which it would be accepted too
     */
    acceptedUntil: string | null;
    rejections: Array<Rejection>;
    /**
     * The smallest change of the order that passes every rule
     */
    smallestChange: {
        [key: string]: string | number | boolean;
    } | null;
    /**
     * An order that can be sent as it is, with a new Idempotency-Key, and will be accepted
     */
    suggestedOrder: OrderRequest | null;
    pendingChanges: Array<PendingEffect>;
};

/**
 * The subscription on the last day
 */
export type SubscriptionSnapshot = {
    productId: string;
    planId: string;
    skuId: string;
    /**
     * Licensed units in total
     */
    quantity: number;
    /**
     * Units in use, as the vendor last reported
     */
    assignedQuantity: number | null;
    /**
     * Units of each option held, in total
     */
    options: {
        [key: string]: number;
    };
    term: 'monthly' | 'annual';
    /**
     * Inclusive
     */
    servicePeriod: {
        /**
         * In the product's business time zone
         */
        start: string;
        /**
         * In the product's business time zone
         */
        end: string;
    };
    state: 'pendingActivation' | 'active' | 'suspended' | 'terminated' | 'expired';
    trial: boolean;
    autoRenewal: {
        enabled: boolean;
        frequency: 'monthly' | 'annual';
    };
    /**
     * The last day of the licence
     */
    expirationDate: string | null;
    expirationNotificationDays: number | null;
    unitsPerLicence: number | null;
    managed: boolean;
    /**
     * In the product's business time zone
     */
    firstOrderDate: string;
    activation: {
        mode: 'firstLogon' | 'onDate' | 'code';
        /**
         * In the product's business time zone
         */
        date: string | null;
    };
    /**
     * In the product's business time zone
     */
    suspendedUntil: string | null;
    /**
     * The partner it was bought through
     */
    partnerId: string | null;
};

export type SimulationRequest = {
    /**
     * The last day; 18 months from today if absent
     */
    until?: string;
    steps: Array<{
        /**
         * In the product's business time zone
         */
        date: string;
        order?: OrderRequest;
        fact?: HypotheticalFact;
    }>;
};

export type HypotheticalFact = {
    kind: 'billing';
    month: string;
    billed: boolean;
    paid: boolean;
} | {
    kind: 'activated';
} | {
    kind: 'expired';
} | {
    kind: 'assignedQuantity';
    quantity: number;
} | {
    kind: 'planLifecycle';
    planId: string;
    /**
     * In the product's business time zone
     */
    endOfSaleDate: string | null;
    /**
     * In the product's business time zone
     */
    endOfLifeDate: string | null;
} | {
    kind: 'compositionChanged';
    planId: string;
} | {
    kind: 'compositionApproved';
    planId: string;
};

export type SubscriptionHistoryPage = {
    items: Array<SubscriptionHistoryEntry>;
    nextPageToken: string | null;
    /**
     * With effectiveAt or knownAt: the subscription as it was then, as far as it was known; null when nothing was
     */
    stateThen: SubscriptionSnapshot | null;
};

export type SubscriptionHistoryEntry = {
    /**
     * Of the subscription, after what happened
     */
    version: number;
    snapshot: SubscriptionSnapshot;
    actor: string;
    reason: string;
    orderId: string | null;
    /**
     * From when it holds
     */
    effectiveAt: string;
    /**
     * Since when it has been known
     */
    recordedAt: string;
};

export type OrderPreview = {
    decision: Decision;
    /**
     * The subscription once the order holds; null when it would be rejected
     */
    after: SubscriptionSnapshot | null;
    survival: {
        activationCode: 'unchanged' | 'none' | 'ends' | 'issued';
        /**
         * With the agents that report to it
         */
        vendorAccount: 'kept' | 'ends' | 'created';
        /**
         * Units in use beyond the new total
         */
        unitsWithoutLicence: number;
        optionsLost: Array<string>;
    } | null;
    reversibility: {
        by: 'withdraw' | 'reverse' | 'none';
        /**
         * In the product's business time zone
         */
        from: string | null;
        /**
         * In the product's business time zone
         */
        until: string | null;
        sentence: string;
    } | null;
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
    /**
     * The last day on which it would be accepted too
     */
    acceptedUntil: string | null;
    rejections: Array<Rejection>;
    /**
     * The smallest change of the order that passes every rule
     */
    smallestChange: {
        [key: string]: string | number | boolean;
    } | null;
    /**
     * An order that can be sent as it is, with a new Idempotency-Key, and will be accepted
     */
    suggestedOrder: OrderRequest | null;
    pendingChanges: Array<PendingEffect>;
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

export type Order = ({
    type: 'changeQuantity';
} & ChangeQuantityOrder) | ({
    type: 'cancel';
} & CancelOrder) | ({
    type: 'undoCancel';
} & UndoCancelOrder) | ({
    type: 'suspend';
} & SuspendOrder) | ({
    type: 'activate';
} & ActivateOrder) | ({
    type: 'changeServicePlan';
} & ChangeServicePlanOrder) | ({
    type: 'changeTerm';
} & ChangeTermOrder) | ({
    type: 'changeOptions';
} & ChangeOptionsOrder) | ({
    type: 'changeRenewal';
} & ChangeRenewalOrder) | ({
    type: 'changeExpiration';
} & ChangeExpirationOrder) | ({
    type: 'changeLicenceSettings';
} & ChangeLicenceSettingsOrder) | ({
    type: 'renew';
} & RenewOrder) | ({
    type: 'purchase';
} & PurchaseOrder);

export type ChangeQuantityOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'changeQuantity';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
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

export type OrderStanding = {
    id: string;
    state: 'rejected' | 'scheduled' | 'inProgress' | 'held' | 'completed' | 'failed' | 'cancelled';
    /**
     * Of a purchase: the one that it makes
     */
    subscriptionId: string;
    accountId: string;
    /**
     * Licensed units when the order was decided
     */
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

export type CancelOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'cancel';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    /**
     * An operator’s override: at once, whatever the contract says; note gives the reason
     */
    immediately?: boolean;
};

export type UndoCancelOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'undoCancel';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
};

export type SuspendOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'suspend';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    /**
     * The day on which the subscription is active again by itself
     */
    until?: string;
};

export type ActivateOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'activate';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
};

export type ChangeServicePlanOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'changeServicePlan';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    planId?: string;
    options?: Array<{
        optionId: string;
        /**
         * The TOTAL after the change; 0 to have none
         */
        quantity: number;
    }>;
    unitsPerLicence?: number;
    /**
     * Days before the expiration date
     */
    expirationNotificationDays?: number;
    managed?: boolean;
    /**
     * In the product's business time zone
     */
    expirationDate?: string;
    autoRenewal?: {
        enabled: boolean;
        frequency: 'monthly' | 'annual';
    };
};

export type ChangeTermOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'changeTerm';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    term: 'monthly' | 'annual';
};

export type ChangeOptionsOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'changeOptions';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    options: Array<{
        optionId: string;
        /**
         * The TOTAL after the change; 0 to have none
         */
        quantity: number;
    }>;
};

export type ChangeRenewalOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'changeRenewal';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    autoRenewal: {
        enabled: boolean;
        frequency: 'monthly' | 'annual';
    };
};

export type ChangeExpirationOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'changeExpiration';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    /**
     * In the product's business time zone
     */
    expirationDate: string;
};

export type ChangeLicenceSettingsOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'changeLicenceSettings';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
    unitsPerLicence?: number;
    /**
     * Days before the expiration date
     */
    expirationNotificationDays?: number;
    managed?: boolean;
};

export type RenewOrder = OrderStanding & {
    subscriptionId?: string;
    type: 'renew';
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
    /**
     * Consent to replace the pending changes it contradicts
     */
    supersede?: boolean;
};

export type PurchaseOrder = OrderStanding & {
    accountId?: string;
    type: 'purchase';
    productId: string;
    planId: string;
    quantity: number;
    term: 'monthly' | 'annual';
    options?: Array<{
        optionId: string;
        /**
         * The TOTAL after the change; 0 to have none
         */
        quantity: number;
    }>;
    activation: {
        mode: 'firstLogon' | 'onDate' | 'code';
        /**
         * With onDate only
         */
        date?: string;
    };
    /**
     * It is meant to stand beside a subscription to the product that the account has
     */
    additional?: boolean;
    contactEmail?: string;
    /**
     * Not before this day; the rules judge the order on it
     */
    requestedStartDate?: string;
    note?: string;
};

export type SubmittedOrder = {
    id: string;
    state: 'submitted';
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

export type OrderVerbReason = {
    /**
     * Why; kept in the history
     */
    reason: string;
};

export type AccountPage = {
    items: Array<Account>;
    nextPageToken: string | null;
};

export type Account = {
    id: string;
    name: string;
    contactEmail: string;
    /**
     * What the payment provider calls the card of the customer; never a card number
     */
    cardReference: string | null;
};

export type ChangeCustomerDetails = {
    name?: string;
    contactEmail?: string;
    /**
     * What the payment provider calls the card, never a card number; null to have none
     */
    cardReference?: string | null;
};

export type BillingPeriod = {
    month: string;
    billed: boolean;
    paid: boolean;
    /**
     * The day since which it counts as billed
     */
    billedOn: string | null;
    /**
     * The day since which it counts as paid
     */
    paidOn: string | null;
};

export type PutBillingPeriod = {
    billed: boolean;
    /**
     * It may be paid before it is billed
     */
    paid: boolean;
    /**
     * Since when, in the product's business time zone; today where absent, never later
     */
    effectiveDate?: string;
};

export type BillingPeriods = {
    items: Array<BillingPeriod>;
};

export type ProductPage = {
    items: Array<Product>;
    nextPageToken: string | null;
};

export type Product = {
    id: string;
    name: string;
    vendor: string;
    /**
     * Days before a boundary by which the vendor must have been told
     */
    vendorLeadDays: number;
    /**
     * IANA zone in which the dates of the contract are meant
     */
    timeZone: string;
    unit: {
        one: string;
        many: string;
    };
    terms: Array<'monthly' | 'annual'>;
    activationPolicy: 'automatic' | 'saasWithCode' | 'onPremise';
    /**
     * The ways in which it can be activated
     */
    activationModes: Array<'firstLogon' | 'onDate' | 'code'>;
    settings: Array<'unitsPerLicence' | 'expirationDate' | 'autoRenewal' | 'expirationNotificationDays' | 'managed'>;
    plans: Array<{
        id: string;
        name: string;
        /**
         * Rank among the plans of the product: a higher one is an upgrade
         */
        level: number;
        /**
         * Today, in the time zone of the product; null where the catalogue names no real zone
         */
        lifecycle: 'active' | 'endOfSale' | 'endOfLife' | null;
        /**
         * In the product's business time zone
         */
        endOfSaleDate: string | null;
        /**
         * In the product's business time zone
         */
        endOfLifeDate: string | null;
        /**
         * The day of a change of the suite's composition that awaits a partner's approval; null when none does
         */
        compositionChangedOn: string | null;
    }>;
    skus: Array<{
        id: string;
        planId: string;
        name: string;
        minimumQuantity: number | null;
        maximumQuantity: number | null;
        quantityStep: number;
    }>;
    options: Array<{
        id: string;
        name: string;
        /**
         * Plans in which it is available
         */
        planIds: Array<string>;
        /**
         * Options that must be held too
         */
        requires: Array<string>;
        maximumQuantity: number | null;
    }>;
    policy: {
        id: string;
        /**
         * In force today; null when none is
         */
        version: number | null;
    };
};

export type PlanPage = {
    items: Array<Plan>;
    nextPageToken: string | null;
};

export type Plan = {
    id: string;
    name: string;
    /**
     * Rank among the plans of the product: a higher one is an upgrade
     */
    level: number;
    /**
     * Today, in the time zone of the product; null where the catalogue names no real zone
     */
    lifecycle: 'active' | 'endOfSale' | 'endOfLife' | null;
    /**
     * In the product's business time zone
     */
    endOfSaleDate: string | null;
    /**
     * In the product's business time zone
     */
    endOfLifeDate: string | null;
    /**
     * The day of a change of the suite's composition that awaits a partner's approval; null when none does
     */
    compositionChangedOn: string | null;
    productId: string;
    /**
     * The last change of the suite's composition that a partner approved
     */
    lastApproval: {
        /**
         * In the product's business time zone
         */
        compositionChangedOn: string;
        /**
         * UTC
         */
        approvedAt: string;
        /**
         * Told to operators, and to whoever approved
         */
        approvedBy: string | null;
        /**
         * Told to operators, and to whoever approved
         */
        reason: string | null;
    } | null;
    version: number;
};

export type ApproveComposition = {
    /**
     * Must be true
     */
    confirmed?: boolean;
    reason?: string;
};

export type PolicyPage = {
    items: Array<PolicySummary>;
    nextPageToken: string | null;
};

export type PolicySummary = {
    id: string;
    /**
     * Published last; it may hold from a later day only
     */
    latestVersion: number;
    products: Array<{
        id: string;
        name: string;
        timeZone: string;
        /**
         * Today, in the time zone of the product
         */
        versionInForce: number | null;
    }>;
};

export type Policy = {
    id: string;
    /**
     * Published last; it may hold from a later day only
     */
    latestVersion: number;
    products: Array<{
        id: string;
        name: string;
        timeZone: string;
        /**
         * Today, in the time zone of the product
         */
        versionInForce: number | null;
    }>;
    /**
     * Newest first
     */
    versions: Array<{
        version: number;
        /**
         * In the product's business time zone
         */
        effectiveFrom: string;
        /**
         * For at least one product; without products, by the date in UTC
         */
        inForce: boolean;
        publishedBy: string;
        /**
         * UTC
         */
        publishedAt: string;
        reason: string;
    }>;
};

export type PolicyVersion = {
    policyId: string;
    version: number;
    /**
     * In the product's business time zone
     */
    effectiveFrom: string;
    /**
     * For at least one product; without products, by the date in UTC
     */
    inForce: boolean;
    publishedBy: string;
    /**
     * UTC
     */
    publishedAt: string;
    reason: string;
    rules: {
        [key: string]: unknown;
    };
};

export type PolicyReport = {
    /**
     * Whether it could be published
     */
    valid: boolean;
    findings: Array<PolicyFinding>;
    /**
     * 0 where nothing of the policy has been published
     */
    latestVersion: number;
    /**
     * In the product's business time zone
     */
    earliestEffectiveFrom: string;
};

export type PolicyFinding = {
    /**
     * Only an error keeps a draft from being published
     */
    severity: 'error' | 'warning';
    code: string;
    /**
     * The place in the request
     */
    path: string;
    message: string;
};

export type PolicyDraft = {
    /**
     * Each rule of the policy with its parameters; a rule that is not named does not bind
     */
    rules: {
        [key: string]: unknown;
    };
    /**
     * In the product's business time zone
     */
    effectiveFrom?: string;
};

export type PublishedPolicy = {
    policyId: string;
    version: number;
    /**
     * In the product's business time zone
     */
    effectiveFrom: string;
    /**
     * For at least one product; without products, by the date in UTC
     */
    inForce: boolean;
    publishedBy: string;
    /**
     * UTC
     */
    publishedAt: string;
    reason: string;
    rules: {
        [key: string]: unknown;
    };
    /**
     * Warnings
     */
    findings: Array<PolicyFinding>;
};

export type PublishPolicy = {
    /**
     * Each rule of the policy with its parameters; a rule that is not named does not bind
     */
    rules: {
        [key: string]: unknown;
    };
    /**
     * In the product's business time zone
     */
    effectiveFrom: string;
    /**
     * The latest version the draft was made beside; 0 for a new policy
     */
    expectedVersion: number;
    reason: string;
};

export type PolicyReplay = {
    /**
     * Orders of this page that were decided again
     */
    replayed: number;
    differing: number;
    /**
     * Orders whose facts were kept in a form that no longer can be read
     */
    notReplayed: Array<string>;
    /**
     * The orders that differ, newest first
     */
    items: Array<{
        orderId: string;
        type: 'changeQuantity' | 'cancel' | 'undoCancel' | 'suspend' | 'activate' | 'changeServicePlan' | 'changeTerm' | 'changeOptions' | 'changeRenewal' | 'changeExpiration' | 'changeLicenceSettings' | 'purchase' | 'renew';
        /**
         * As it stands now
         */
        state: 'rejected' | 'scheduled' | 'inProgress' | 'held' | 'completed' | 'failed' | 'cancelled';
        accountId: string;
        subscriptionId: string;
        productId: string;
        /**
         * UTC
         */
        submittedAt: string;
        /**
         * In the product's business time zone
         */
        decisionDate: string;
        before: {
            outcome: 'accepted' | 'rejected';
            /**
             * In the product's business time zone
             */
            effectiveDate: string | null;
            /**
             * Of every rule that rejects
             */
            codes: Array<string>;
        };
        after: {
            outcome: 'accepted' | 'rejected';
            /**
             * In the product's business time zone
             */
            effectiveDate: string | null;
            /**
             * Of every rule that rejects
             */
            codes: Array<string>;
        };
    }>;
    nextPageToken: string | null;
};

export type ReplayPolicy = {
    /**
     * Each rule of the policy with its parameters; a rule that is not named does not bind
     */
    rules: {
        [key: string]: unknown;
    };
    /**
     * Only orders submitted at this instant or later
     */
    since?: string;
    /**
     * Orders to decide again
     */
    limit?: number;
    /**
     * nextPageToken of the page before
     */
    pageToken?: string;
};

export type VendorEventTaken = {
    /**
     * superseded: kept, but a newer one of its kind had come before; duplicate: kept before
     */
    outcome: 'applied' | 'superseded' | 'duplicate';
};

export type VendorEvent = {
    /**
     * The seller whose customer or catalogue it is about
     */
    tenant: string;
    vendor: string;
    /**
     * When it happened at the vendor
     */
    effectiveAt: string;
    type: 'activated';
    data: {
        /**
         * The vendor's own id of the subscription
         */
        subscriptionId: string;
        activatedBy?: 'firstLogon' | 'code';
    };
} | {
    /**
     * The seller whose customer or catalogue it is about
     */
    tenant: string;
    vendor: string;
    /**
     * When it happened at the vendor
     */
    effectiveAt: string;
    type: 'assignedQuantity';
    data: {
        /**
         * The vendor's own id of the subscription
         */
        subscriptionId: string;
        /**
         * Units in use, in total; null when the vendor no longer says
         */
        quantity: number | null;
    };
} | {
    /**
     * The seller whose customer or catalogue it is about
     */
    tenant: string;
    vendor: string;
    /**
     * When it happened at the vendor
     */
    effectiveAt: string;
    type: 'expired';
    data: {
        /**
         * The vendor's own id of the subscription
         */
        subscriptionId: string;
    };
} | {
    /**
     * The seller whose customer or catalogue it is about
     */
    tenant: string;
    vendor: string;
    /**
     * When it happened at the vendor
     */
    effectiveAt: string;
    type: 'planLifecycle';
    data: {
        planId: string;
        /**
         * First day on which it is not sold; null for none announced
         */
        endOfSaleDate: string | null;
        /**
         * First day of its End of Life; null for none announced
         */
        endOfLifeDate: string | null;
    };
} | {
    /**
     * The seller whose customer or catalogue it is about
     */
    tenant: string;
    vendor: string;
    /**
     * When it happened at the vendor
     */
    effectiveAt: string;
    type: 'compositionChanged';
    data: {
        planId: string;
    };
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

export type GetEligibilityData = {
    body?: never;
    path: {
        subscriptionId: string;
    };
    query?: {
        /**
         * The day to ask about, today or within 18 months; today if absent
         */
        asOf?: string;
    };
    url: '/v1/subscriptions/{subscriptionId}/eligibility';
};

export type GetEligibilityErrors = {
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
     * SUBSCRIPTION_NOT_FOUND
     */
    404: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * CATALOGUE_INCOMPLETE, TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type GetEligibilityError = GetEligibilityErrors[keyof GetEligibilityErrors];

export type GetEligibilityResponses = {
    /**
     * Everything that can be ordered, judged
     */
    200: Eligibility;
};

export type GetEligibilityResponse = GetEligibilityResponses[keyof GetEligibilityResponses];

export type GetCalendarData = {
    body?: never;
    path: {
        subscriptionId: string;
    };
    query?: never;
    url: '/v1/subscriptions/{subscriptionId}/calendar';
};

export type GetCalendarErrors = {
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
     * CATALOGUE_INCOMPLETE, TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type GetCalendarError = GetCalendarErrors[keyof GetCalendarErrors];

export type GetCalendarResponses = {
    /**
     * Phases and days
     */
    200: SubscriptionCalendar;
};

export type GetCalendarResponse = GetCalendarResponses[keyof GetCalendarResponses];

export type GetCalendarFileData = {
    body?: never;
    path: {
        subscriptionId: string;
    };
    query?: never;
    url: '/v1/subscriptions/{subscriptionId}/calendar.ics';
};

export type GetCalendarFileErrors = {
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
     * CATALOGUE_INCOMPLETE, TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type GetCalendarFileError = GetCalendarFileErrors[keyof GetCalendarFileErrors];

export type GetCalendarFileResponses = {
    /**
     * An iCalendar file (RFC 5545) with an all-day event for each entry
     */
    200: string;
};

export type GetCalendarFileResponse = GetCalendarFileResponses[keyof GetCalendarFileResponses];

export type SimulateSubscriptionData = {
    body: SimulationRequest;
    path: {
        subscriptionId: string;
    };
    query?: never;
    url: '/v1/subscriptions/{subscriptionId}:simulate';
};

export type SimulateSubscriptionErrors = {
    /**
     * MALFORMED_JSON, INVALID_REQUEST
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
     * SUBSCRIPTION_NOT_FOUND
     */
    404: Problem;
    /**
     * PAYLOAD_TOO_LARGE
     */
    413: Problem;
    /**
     * UNSUPPORTED_MEDIA_TYPE
     */
    415: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * CATALOGUE_INCOMPLETE, TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type SimulateSubscriptionError = SimulateSubscriptionErrors[keyof SimulateSubscriptionErrors];

export type SimulateSubscriptionResponses = {
    /**
     * What happens day by day, and how it ends
     */
    200: Simulation;
};

export type SimulateSubscriptionResponse = SimulateSubscriptionResponses[keyof SimulateSubscriptionResponses];

export type GetSubscriptionHistoryData = {
    body?: never;
    path: {
        subscriptionId: string;
    };
    query?: {
        pageSize?: number;
        /**
         * nextPageToken of the page before
         */
        pageToken?: string;
        /**
         * Only what held at this moment
         */
        effectiveAt?: string;
        /**
         * Only what was recorded by this moment
         */
        knownAt?: string;
    };
    url: '/v1/subscriptions/{subscriptionId}/history';
};

export type GetSubscriptionHistoryErrors = {
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

export type GetSubscriptionHistoryError = GetSubscriptionHistoryErrors[keyof GetSubscriptionHistoryErrors];

export type GetSubscriptionHistoryResponses = {
    /**
     * A page of the history
     */
    200: SubscriptionHistoryPage;
};

export type GetSubscriptionHistoryResponse = GetSubscriptionHistoryResponses[keyof GetSubscriptionHistoryResponses];

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
    headers?: {
        /**
         * Required, but not with validateOnly
         */
        'Idempotency-Key'?: string;
    };
    path?: never;
    query?: {
        /**
         * true: only tell what the order would do; nothing is stored
         */
        validateOnly?: boolean;
    };
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
     * ROLE_NOT_ALLOWED, ROLE_NOT_ALLOWED, TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * SUBSCRIPTION_NOT_FOUND, ACCOUNT_NOT_FOUND, PRODUCT_NOT_FOUND
     */
    404: Problem;
    /**
     * ORDER_IN_PROGRESS, UNACKNOWLEDGED_ORDER, SUPERSEDE_REQUIRED, STALE_QUANTITY
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
     * IDEMPOTENCY_KEY_REUSED, START_DATE_PAST, START_DATE_TOO_FAR, START_DATE_NOT_OFFERED, SUBSCRIPTION_ENDS_BEFORE, SUBSCRIPTION_NOT_ACTIVATED, SUBSCRIPTION_SUSPENDED, SUBSCRIPTION_NOT_SUSPENDED, SUBSCRIPTION_ENDED, BOUGHT_THROUGH_PARTNER, TRIAL_LOCKED, END_OF_LIFE_LOCKED, COMPOSITION_APPROVAL_REQUIRED, PURCHASE_PENDING, CANCELLATION_PENDING, ALREADY_PENDING, TOO_MANY_PENDING_CHANGES, PENDING_CHANGE_CONFLICT, CONFIRM_TOTAL, NO_CHANGE, CONTACT_EMAIL_REQUIRED, QUANTITY_NOT_POSITIVE, BELOW_MINIMUM_QUANTITY, ABOVE_MAXIMUM_QUANTITY, NOT_A_MULTIPLE_OF_STEP, BELOW_ASSIGNED_QUANTITY, DECREASE_IN_FIRST_MONTH, DECREASE_IN_MONTH_OF_INCREASE, DECREASE_OUTSIDE_RENEWAL_WINDOW, OPTIONS_OUTSIDE_RENEWAL_WINDOW, TERM_CHANGE_OUTSIDE_RENEWAL_WINDOW, RENEWAL_WINDOW_CLOSED, RENEWAL_NOT_OPEN, TERM_NOT_OFFERED, FREQUENCY_NOT_OFFERED, FREQUENCY_CHANGES_TERM, EXPIRATION_DATE_PAST, PAYMENT_REQUIRED, PAYMENT_UNKNOWN, OVERRIDE_NOT_ALLOWED, REASON_REQUIRED, NO_PENDING_CANCELLATION, SUSPENSION_END_PAST, COOLING_OFF, PLAN_CHANGE_NOT_OFFERED, PLAN_NOT_IN_PRODUCT, PLAN_NOT_ON_SALE, PLAN_DOES_NOT_HOLD_QUANTITY, PLAN_LACKS_OPTIONS, PLAN_REASSIGNMENT, OPTION_UNKNOWN, OPTION_NOT_AVAILABLE, OPTION_PREREQUISITE_MISSING, OPTION_ABOVE_MAXIMUM, SETTING_NOT_OFFERED, UNITS_PER_LICENCE_ABOVE_QUANTITY, ACTIVATION_NOT_OFFERED, ACTIVATION_DATE_MISMATCH, ACTIVATION_DATE_PAST
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
     * With validateOnly: what the order would do, accepted or rejected
     */
    200: OrderPreview;
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
    200: ChangeQuantityOrder | CancelOrder | UndoCancelOrder | SuspendOrder | ActivateOrder | ChangeServicePlanOrder | ChangeTermOrder | ChangeOptionsOrder | ChangeRenewalOrder | ChangeExpirationOrder | ChangeLicenceSettingsOrder | RenewOrder | PurchaseOrder | SubmittedOrder;
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

export type CancelOrderData = {
    body: OrderVerbReason;
    path: {
        orderId: string;
    };
    query?: never;
    url: '/v1/orders/{orderId}:cancel';
};

export type CancelOrderErrors = {
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
     * ORDER_NOT_CANCELLABLE
     */
    409: Problem;
    /**
     * BOUGHT_THROUGH_PARTNER, RENEWAL_WINDOW_CLOSED
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

export type CancelOrderError = CancelOrderErrors[keyof CancelOrderErrors];

export type CancelOrderResponses = {
    /**
     * The order, cancelled
     */
    200: Order;
};

export type CancelOrderResponse = CancelOrderResponses[keyof CancelOrderResponses];

export type WaiveOrderData = {
    body: OrderVerbReason;
    path: {
        orderId: string;
    };
    query?: never;
    url: '/v1/orders/{orderId}:waive';
};

export type WaiveOrderErrors = {
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
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type WaiveOrderError = WaiveOrderErrors[keyof WaiveOrderErrors];

export type WaiveOrderResponses = {
    /**
     * The order, its acknowledgement waived
     */
    200: Order;
};

export type WaiveOrderResponse = WaiveOrderResponses[keyof WaiveOrderResponses];

export type RetryOrderData = {
    body: OrderVerbReason;
    path: {
        orderId: string;
    };
    query?: never;
    url: '/v1/orders/{orderId}:retry';
};

export type RetryOrderErrors = {
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
     * ORDER_NOT_HELD
     */
    409: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type RetryOrderError = RetryOrderErrors[keyof RetryOrderErrors];

export type RetryOrderResponses = {
    /**
     * The order as it then stands
     */
    200: Order;
};

export type RetryOrderResponse = RetryOrderResponses[keyof RetryOrderResponses];

export type SkipOrderData = {
    body: OrderVerbReason;
    path: {
        orderId: string;
    };
    query?: never;
    url: '/v1/orders/{orderId}:skip';
};

export type SkipOrderErrors = {
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
     * ORDER_NOT_HELD
     */
    409: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type SkipOrderError = SkipOrderErrors[keyof SkipOrderErrors];

export type SkipOrderResponses = {
    /**
     * The order as it then stands
     */
    200: Order;
};

export type SkipOrderResponse = SkipOrderResponses[keyof SkipOrderResponses];

export type AbortOrderData = {
    body: OrderVerbReason;
    path: {
        orderId: string;
    };
    query?: never;
    url: '/v1/orders/{orderId}:abort';
};

export type AbortOrderErrors = {
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
     * ORDER_NOT_HELD
     */
    409: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type AbortOrderError = AbortOrderErrors[keyof AbortOrderErrors];

export type AbortOrderResponses = {
    /**
     * The order as it then stands
     */
    200: Order;
};

export type AbortOrderResponse = AbortOrderResponses[keyof AbortOrderResponses];

export type ListAccountsData = {
    body?: never;
    path?: never;
    query?: {
        pageSize?: number;
        /**
         * nextPageToken of the page before
         */
        pageToken?: string;
    };
    url: '/v1/accounts';
};

export type ListAccountsErrors = {
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

export type ListAccountsError = ListAccountsErrors[keyof ListAccountsErrors];

export type ListAccountsResponses = {
    /**
     * A page of accounts
     */
    200: AccountPage;
};

export type ListAccountsResponse = ListAccountsResponses[keyof ListAccountsResponses];

export type GetAccountData = {
    body?: never;
    path: {
        accountId: string;
    };
    query?: never;
    url: '/v1/accounts/{accountId}';
};

export type GetAccountErrors = {
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * ACCOUNT_NOT_FOUND
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

export type GetAccountError = GetAccountErrors[keyof GetAccountErrors];

export type GetAccountResponses = {
    /**
     * The account
     */
    200: Account;
};

export type GetAccountResponse = GetAccountResponses[keyof GetAccountResponses];

export type ChangeCustomerDetailsData = {
    body: ChangeCustomerDetails;
    headers?: {
        /**
         * ETag of the account as it was read
         */
        'If-Match'?: string;
    };
    path: {
        accountId: string;
    };
    query?: never;
    url: '/v1/accounts/{accountId}:changeCustomerDetails';
};

export type ChangeCustomerDetailsErrors = {
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
     * ACCOUNT_NOT_FOUND
     */
    404: Problem;
    /**
     * PRECONDITION_FAILED
     */
    412: Problem;
    /**
     * CARD_NUMBER_REFUSED
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

export type ChangeCustomerDetailsError = ChangeCustomerDetailsErrors[keyof ChangeCustomerDetailsErrors];

export type ChangeCustomerDetailsResponses = {
    /**
     * The account as it is now
     */
    200: Account;
};

export type ChangeCustomerDetailsResponse = ChangeCustomerDetailsResponses[keyof ChangeCustomerDetailsResponses];

export type PutBillingPeriodData = {
    body: PutBillingPeriod;
    path: {
        subscriptionId: string;
        month: string;
    };
    query?: never;
    url: '/v1/subscriptions/{subscriptionId}/billing-periods/{month}';
};

export type PutBillingPeriodErrors = {
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
     * SUBSCRIPTION_NOT_FOUND
     */
    404: Problem;
    /**
     * FACT_IN_FUTURE
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

export type PutBillingPeriodError = PutBillingPeriodErrors[keyof PutBillingPeriodErrors];

export type PutBillingPeriodResponses = {
    /**
     * What is known of the month now
     */
    200: BillingPeriod;
};

export type PutBillingPeriodResponse = PutBillingPeriodResponses[keyof PutBillingPeriodResponses];

export type ListBillingPeriodsData = {
    body?: never;
    path: {
        subscriptionId: string;
    };
    query?: {
        from?: string;
        until?: string;
    };
    url: '/v1/subscriptions/{subscriptionId}/billing-periods';
};

export type ListBillingPeriodsErrors = {
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

export type ListBillingPeriodsError = ListBillingPeriodsErrors[keyof ListBillingPeriodsErrors];

export type ListBillingPeriodsResponses = {
    /**
     * The months that billing has spoken of; of every other nothing is known
     */
    200: BillingPeriods;
};

export type ListBillingPeriodsResponse = ListBillingPeriodsResponses[keyof ListBillingPeriodsResponses];

export type ListProductsData = {
    body?: never;
    path?: never;
    query?: {
        pageSize?: number;
        /**
         * nextPageToken of the page before
         */
        pageToken?: string;
    };
    url: '/v1/products';
};

export type ListProductsErrors = {
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

export type ListProductsError = ListProductsErrors[keyof ListProductsErrors];

export type ListProductsResponses = {
    /**
     * A page of products
     */
    200: ProductPage;
};

export type ListProductsResponse = ListProductsResponses[keyof ListProductsResponses];

export type GetProductData = {
    body?: never;
    path: {
        productId: string;
    };
    query?: never;
    url: '/v1/products/{productId}';
};

export type GetProductErrors = {
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * PRODUCT_NOT_FOUND
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

export type GetProductError = GetProductErrors[keyof GetProductErrors];

export type GetProductResponses = {
    /**
     * The product
     */
    200: Product;
};

export type GetProductResponse = GetProductResponses[keyof GetProductResponses];

export type ListPlansData = {
    body?: never;
    path?: never;
    query?: {
        pageSize?: number;
        /**
         * nextPageToken of the page before
         */
        pageToken?: string;
        productId?: string;
        /**
         * true: only plans whose composition has changed and that no partner has approved yet
         */
        awaitingApproval?: 'true' | 'false';
    };
    url: '/v1/plans';
};

export type ListPlansErrors = {
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
     * CATALOGUE_INCOMPLETE, TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type ListPlansError = ListPlansErrors[keyof ListPlansErrors];

export type ListPlansResponses = {
    /**
     * A page of plans
     */
    200: PlanPage;
};

export type ListPlansResponse = ListPlansResponses[keyof ListPlansResponses];

export type GetPlanData = {
    body?: never;
    path: {
        planId: string;
    };
    query?: never;
    url: '/v1/plans/{planId}';
};

export type GetPlanErrors = {
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * PLAN_NOT_FOUND
     */
    404: Problem;
    /**
     * INTERNAL
     */
    500: Problem;
    /**
     * CATALOGUE_INCOMPLETE, TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type GetPlanError = GetPlanErrors[keyof GetPlanErrors];

export type GetPlanResponses = {
    /**
     * The plan
     */
    200: Plan;
};

export type GetPlanResponse = GetPlanResponses[keyof GetPlanResponses];

export type ApproveCompositionData = {
    body: ApproveComposition;
    headers?: {
        /**
         * ETag of the plan as it was reviewed
         */
        'If-Match'?: string;
    };
    path: {
        planId: string;
    };
    query?: never;
    url: '/v1/plans/{planId}:approveComposition';
};

export type ApproveCompositionErrors = {
    /**
     * MALFORMED_JSON, INVALID_REQUEST
     */
    400: Problem;
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * PLAN_NOT_HELD, ROLE_NOT_ALLOWED, TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * PLAN_NOT_FOUND
     */
    404: Problem;
    /**
     * NOTHING_TO_APPROVE
     */
    409: Problem;
    /**
     * PRECONDITION_FAILED
     */
    412: Problem;
    /**
     * APPROVAL_NOT_CONFIRMED
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

export type ApproveCompositionError = ApproveCompositionErrors[keyof ApproveCompositionErrors];

export type ApproveCompositionResponses = {
    /**
     * The plan, approved; also for whoever approves it again
     */
    200: Plan;
};

export type ApproveCompositionResponse = ApproveCompositionResponses[keyof ApproveCompositionResponses];

export type ListPoliciesData = {
    body?: never;
    path?: never;
    query?: {
        pageSize?: number;
        /**
         * nextPageToken of the page before
         */
        pageToken?: string;
    };
    url: '/v1/policies';
};

export type ListPoliciesErrors = {
    /**
     * INVALID_REQUEST
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
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type ListPoliciesError = ListPoliciesErrors[keyof ListPoliciesErrors];

export type ListPoliciesResponses = {
    /**
     * A page of policies
     */
    200: PolicyPage;
};

export type ListPoliciesResponse = ListPoliciesResponses[keyof ListPoliciesResponses];

export type GetPolicyData = {
    body?: never;
    path: {
        policyId: string;
    };
    query?: never;
    url: '/v1/policies/{policyId}';
};

export type GetPolicyErrors = {
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * ROLE_NOT_ALLOWED, TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * POLICY_NOT_FOUND
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

export type GetPolicyError = GetPolicyErrors[keyof GetPolicyErrors];

export type GetPolicyResponses = {
    /**
     * The policy
     */
    200: Policy;
};

export type GetPolicyResponse = GetPolicyResponses[keyof GetPolicyResponses];

export type GetPolicyVersionData = {
    body?: never;
    path: {
        policyId: string;
        version: string;
    };
    query?: never;
    url: '/v1/policies/{policyId}/versions/{version}';
};

export type GetPolicyVersionErrors = {
    /**
     * UNAUTHENTICATED
     */
    401: Problem;
    /**
     * ROLE_NOT_ALLOWED, TENANT_UNKNOWN
     */
    403: Problem;
    /**
     * POLICY_NOT_FOUND
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

export type GetPolicyVersionError = GetPolicyVersionErrors[keyof GetPolicyVersionErrors];

export type GetPolicyVersionResponses = {
    /**
     * The version
     */
    200: PolicyVersion;
};

export type GetPolicyVersionResponse = GetPolicyVersionResponses[keyof GetPolicyVersionResponses];

export type ValidatePolicyData = {
    body: PolicyDraft;
    path: {
        policyId: string;
    };
    query?: never;
    url: '/v1/policies/{policyId}:validate';
};

export type ValidatePolicyErrors = {
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
     * INTERNAL
     */
    500: Problem;
    /**
     * TEMPORARILY_UNAVAILABLE
     */
    503: Problem;
};

export type ValidatePolicyError = ValidatePolicyErrors[keyof ValidatePolicyErrors];

export type ValidatePolicyResponses = {
    /**
     * The report
     */
    200: PolicyReport;
};

export type ValidatePolicyResponse = ValidatePolicyResponses[keyof ValidatePolicyResponses];

export type PublishPolicyData = {
    body: PublishPolicy;
    path: {
        policyId: string;
    };
    query?: never;
    url: '/v1/policies/{policyId}:publish';
};

export type PublishPolicyErrors = {
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
     * POLICY_NOT_FOUND
     */
    404: Problem;
    /**
     * POLICY_VERSION_CONFLICT
     */
    409: Problem;
    /**
     * POLICY_NOT_VALID
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

export type PublishPolicyError = PublishPolicyErrors[keyof PublishPolicyErrors];

export type PublishPolicyResponses = {
    /**
     * The version as it was published
     */
    201: PublishedPolicy;
};

export type PublishPolicyResponse = PublishPolicyResponses[keyof PublishPolicyResponses];

export type ReplayPolicyData = {
    body: ReplayPolicy;
    path: {
        policyId: string;
    };
    query?: never;
    url: '/v1/policies/{policyId}:replay';
};

export type ReplayPolicyErrors = {
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
     * POLICY_NOT_FOUND
     */
    404: Problem;
    /**
     * POLICY_NOT_VALID
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

export type ReplayPolicyError = ReplayPolicyErrors[keyof ReplayPolicyErrors];

export type ReplayPolicyResponses = {
    /**
     * The differences, page by page
     */
    200: PolicyReplay;
};

export type ReplayPolicyResponse = ReplayPolicyResponses[keyof ReplayPolicyResponses];

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

export type ReportVendorEventData = {
    body: VendorEvent;
    headers: {
        'webhook-id': string;
        'webhook-timestamp': string;
        'webhook-signature': string;
    };
    path?: never;
    query?: never;
    url: '/v1/vendor-events';
};

export type ReportVendorEventErrors = {
    /**
     * MALFORMED_JSON, INVALID_REQUEST
     */
    400: Problem;
    /**
     * SIGNATURE_INVALID
     */
    401: Problem;
    /**
     * VENDOR_EVENT_SUBJECT_UNKNOWN
     */
    404: Problem;
    /**
     * PAYLOAD_TOO_LARGE
     */
    413: Problem;
    /**
     * UNSUPPORTED_MEDIA_TYPE
     */
    415: Problem;
    /**
     * FACT_IN_FUTURE
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

export type ReportVendorEventError = ReportVendorEventErrors[keyof ReportVendorEventErrors];

export type ReportVendorEventResponses = {
    /**
     * Kept, now or before
     */
    200: VendorEventTaken;
};

export type ReportVendorEventResponse = ReportVendorEventResponses[keyof ReportVendorEventResponses];
