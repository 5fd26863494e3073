-- Every table belongs to changeover_owner, and FORCE makes row-level security bind its owner too.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY['plans', 'options', 'billing_facts', 'vendor_events', 'plan_approvals'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO changeover_owner', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format('GRANT SELECT ON %I TO changeover_api, changeover_worker', table_name);
  END LOOP;
END $$;
--> statement-breakpoint
-- What an order may change. Account, product and the vendor's own name for it are not among it (R12).
GRANT UPDATE (
  plan_id, sku_id, options, term, period_start, period_end, auto_renewal_enabled, auto_renewal_frequency,
  expiration_date, expiration_notification_days, units_per_licence, managed, suspended_until, last_increase_date, terminated_on
) ON subscriptions TO changeover_worker;
--> statement-breakpoint
-- Facts, approvals and versions of policies are append-only: nobody may update or delete them.
GRANT INSERT ON billing_facts, vendor_events, plan_approvals, policies TO changeover_api;
--> statement-breakpoint
-- What a vendor reports is recorded where it comes in.
GRANT UPDATE (assigned_quantity, state) ON subscriptions TO changeover_api;
--> statement-breakpoint
GRANT INSERT ON subscription_history TO changeover_api;
--> statement-breakpoint
GRANT UPDATE (end_of_sale_date, end_of_life_date, composition_changed_on, version) ON plans TO changeover_api;
--> statement-breakpoint
-- Customer details are no order: changed at any time, by nobody's leave (S4).
GRANT UPDATE (contact_email, card_reference) ON accounts TO changeover_api;
