-- Gives what an earlier version has stored the shape of this one. Row-level security would hide every row from a login that is no superuser.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['products', 'skus', 'subscriptions', 'subscription_history', 'orders'] LOOP
    EXECUTE format('ALTER TABLE %I NO FORCE ROW LEVEL SECURITY', table_name);
  END LOOP;
END $$;
--> statement-breakpoint
-- A zone that Postgres does not know must not stop the migration; such a product cannot be sold until it is mended anyway.
CREATE TEMPORARY VIEW zoned_products AS
SELECT p.tenant, p.id,
       CASE WHEN EXISTS (SELECT FROM pg_timezone_names z WHERE lower(z.name) = lower(p.time_zone)) THEN p.time_zone ELSE 'UTC' END AS zone
FROM products p;
--> statement-breakpoint
-- Until now each product was sold in one way only.
INSERT INTO plans (tenant, id, product_id, name, level) SELECT tenant, id || '-standard', id, 'Standard', 1 FROM products;
--> statement-breakpoint
UPDATE skus SET plan_id = product_id || '-standard';
--> statement-breakpoint
UPDATE subscription_history h SET effective_date = (h.effective_at AT TIME ZONE z.zone)::date
FROM subscriptions s JOIN zoned_products z ON z.tenant = s.tenant AND z.id = s.product_id
WHERE s.tenant = h.tenant AND s.id = h.subscription_id;
--> statement-breakpoint
UPDATE subscriptions s SET
  plan_id = s.product_id || '-standard',
  period_start = date_trunc('month', now() AT TIME ZONE z.zone)::date,
  period_end = (date_trunc('month', now() AT TIME ZONE z.zone) + interval '1 month' - interval '1 day')::date,
  first_order_date = coalesce(
    (SELECT min(h.effective_date) FROM subscription_history h WHERE h.tenant = s.tenant AND h.subscription_id = s.id),
    (now() AT TIME ZONE z.zone)::date
  ),
  last_increase_date = (
    SELECT max(step.effective_date) FROM (
      SELECT h.effective_date, h.quantity > lag(h.quantity) OVER (ORDER BY h.version) AS increased
      FROM subscription_history h WHERE h.tenant = s.tenant AND h.subscription_id = s.id
    ) step WHERE step.increased
  )
FROM zoned_products z WHERE z.tenant = s.tenant AND z.id = s.product_id;
--> statement-breakpoint
CREATE TEMPORARY VIEW described_subscriptions AS
SELECT tenant, id, jsonb_build_object(
  'id', id, 'accountId', account_id, 'productId', product_id, 'planId', plan_id, 'skuId', sku_id,
  'quantity', quantity, 'assignedQuantity', assigned_quantity, 'options', options, 'term', term,
  'servicePeriod', jsonb_build_object('start', period_start, 'end', period_end),
  'state', state, 'trial', trial,
  'autoRenewal', jsonb_build_object('enabled', auto_renewal_enabled, 'frequency', auto_renewal_frequency),
  'expirationDate', expiration_date, 'expirationNotificationDays', expiration_notification_days,
  'unitsPerLicence', units_per_licence, 'managed', managed, 'firstOrderDate', first_order_date,
  'activation', jsonb_build_object('mode', activation_mode, 'date', activation_date),
  'suspendedUntil', suspended_until, 'partnerId', partner_id
) AS description
FROM subscriptions;
--> statement-breakpoint
CREATE TEMPORARY VIEW described_products AS
SELECT p.tenant, p.id, jsonb_build_object(
  'id', p.id, 'name', p.name, 'vendor', p.vendor, 'vendorLeadDays', p.vendor_lead_days, 'timeZone', p.time_zone,
  'policyId', p.policy_id, 'unit', jsonb_build_object('one', p.unit_one, 'many', p.unit_many), 'terms', p.terms,
  'activationPolicy', p.activation_policy, 'settings', p.settings,
  'plans', jsonb_build_array(jsonb_build_object(
    'id', p.id || '-standard', 'name', 'Standard', 'level', 1,
    'endOfSaleDate', NULL, 'endOfLifeDate', NULL, 'compositionChangedOn', NULL
  )),
  'skus', coalesce((
    SELECT jsonb_agg(jsonb_build_object(
      'id', k.id, 'planId', k.plan_id, 'name', k.name, 'minimumQuantity', k.minimum_quantity,
      'maximumQuantity', k.maximum_quantity, 'quantityStep', k.quantity_step
    ) ORDER BY k.minimum_quantity NULLS FIRST, k.id)
    FROM skus k WHERE k.tenant = p.tenant AND k.product_id = p.id
  ), '[]'),
  'options', '[]'::jsonb
) AS description
FROM products p;
--> statement-breakpoint
UPDATE subscription_history h
SET snapshot = s.description || jsonb_build_object('quantity', h.quantity, 'state', h.state)
FROM described_subscriptions s WHERE s.tenant = h.tenant AND s.id = h.subscription_id;
--> statement-breakpoint
UPDATE orders o SET
  product_id = s.product_id,
  decision = '{"acceptedUntil": null, "suggestedOrder": null, "pendingChanges": []}' || o.decision,
  judged = jsonb_build_object(
    'subscription', d.description || jsonb_build_object('quantity', o.previous_quantity, 'state', coalesce(
      jsonb_path_query_first(o.decision, '$.trace[*] ? (@.rule == "subscriptionActive").inputs.state') #>> '{}', s.state
    )),
    'product', p.description,
    'facts', jsonb_build_object(
      'role', o.submitted_role,
      'orderAtWork', jsonb_path_query_first(o.decision, '$.trace[*] ? (@.rule == "oneOrderAtWork").inputs.orderAtWork'),
      'unacknowledgedOrders', (
        SELECT coalesce(jsonb_agg(jsonb_build_object('id', waiting, 'type', 'changeQuantity')), '[]')
        FROM jsonb_path_query(o.decision, '$.trace[*] ? (@.rule == "acknowledgementGate").inputs.unacknowledgedOrders[*]') waiting
      ),
      'pendingChanges', '[]'::jsonb, 'withdrawnByCancellation', '[]'::jsonb, 'lastIncreaseDate', NULL,
      'billingPeriods', '[]'::jsonb, 'lastCancellationDate', NULL, 'activatedSubscriptions', '[]'::jsonb
    ),
    'today', o.decision_date
  )
FROM subscriptions s
JOIN described_subscriptions d ON d.tenant = s.tenant AND d.id = s.id
JOIN described_products p ON p.tenant = s.tenant AND p.id = s.product_id
WHERE s.tenant = o.tenant AND s.id = o.subscription_id;
--> statement-breakpoint
DROP VIEW described_products, described_subscriptions, zoned_products;
--> statement-breakpoint
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['products', 'skus', 'subscriptions', 'subscription_history', 'orders'] LOOP
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
  END LOOP;
END $$;
