-- A purchase makes a subscription, and the vendor names it.
GRANT INSERT ON subscriptions TO changeover_worker;
--> statement-breakpoint
GRANT UPDATE (vendor_subscription_id) ON subscriptions TO changeover_worker;
--> statement-breakpoint
-- Once, and never again: another name would be another account, without the agents of the first (R12).
CREATE FUNCTION vendor_name_stays() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF OLD.vendor_subscription_id <> OLD.id AND NEW.vendor_subscription_id <> OLD.vendor_subscription_id THEN
    RAISE EXCEPTION 'subscription % keeps its name at the vendor', OLD.id USING ERRCODE = 'integrity_constraint_violation';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
ALTER FUNCTION vendor_name_stays() OWNER TO changeover_owner;
--> statement-breakpoint
CREATE TRIGGER subscriptions_keep_vendor_name BEFORE UPDATE OF vendor_subscription_id ON subscriptions
  FOR EACH ROW EXECUTE FUNCTION vendor_name_stays();
