-- Every table belongs to changeover_owner, and FORCE makes row-level security bind its owner too.
DO $$
DECLARE table_name text;
BEGIN
  FOREACH table_name IN ARRAY ARRAY[
    'tenants', 'policies', 'products', 'skus', 'accounts', 'subscriptions', 'subscription_history',
    'orders', 'order_history', 'events'
  ] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO changeover_owner', table_name);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', table_name);
    EXECUTE format('GRANT SELECT ON %I TO changeover_api, changeover_worker', table_name);
  END LOOP;
END $$;
--> statement-breakpoint
-- The worker records what orders do. History and events are append-only: nobody may update or delete them.
GRANT INSERT, UPDATE ON orders TO changeover_worker;
--> statement-breakpoint
GRANT INSERT ON order_history, subscription_history, events TO changeover_worker;
--> statement-breakpoint
GRANT UPDATE (quantity, state, version) ON subscriptions TO changeover_worker;
--> statement-breakpoint
GRANT UPDATE (contact_email) ON accounts TO changeover_worker;
--> statement-breakpoint
-- The API records one thing itself: an acknowledgement whose workflow is gone. The row lock on the subscription needs an update right.
GRANT UPDATE (acknowledgement, acknowledged_at, acknowledged_by, acknowledged_channel, version) ON orders TO changeover_api;
--> statement-breakpoint
GRANT UPDATE (version) ON subscriptions TO changeover_api;
--> statement-breakpoint
GRANT INSERT ON order_history, events TO changeover_api;
--> statement-breakpoint
-- An empty wake-up for live readers; what happened is in the rows, so a lost one costs a poll interval and nothing else.
CREATE FUNCTION notify_events() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  PERFORM pg_notify('changeover_events', '');
  RETURN NULL;
END $$;
--> statement-breakpoint
ALTER FUNCTION notify_events() OWNER TO changeover_owner;
--> statement-breakpoint
CREATE TRIGGER events_wake_readers AFTER INSERT ON events FOR EACH STATEMENT EXECUTE FUNCTION notify_events();
