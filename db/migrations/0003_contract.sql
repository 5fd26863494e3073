CREATE TABLE "options" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"plan_ids" text[] NOT NULL,
	"requires" text[] DEFAULT '{}' NOT NULL,
	"maximum_quantity" integer,
	CONSTRAINT "options_tenant_product_id_id_pk" PRIMARY KEY("tenant","product_id","id"),
	CONSTRAINT "maximum_quantity_positive" CHECK ("options"."maximum_quantity" > 0)
);
--> statement-breakpoint
ALTER TABLE "options" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plans" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"level" integer NOT NULL,
	"end_of_sale_date" date,
	"end_of_life_date" date,
	"composition_changed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "plans_tenant_id_pk" PRIMARY KEY("tenant","id"),
	CONSTRAINT "plans_of_product" UNIQUE("tenant","product_id","id")
);
--> statement-breakpoint
ALTER TABLE "plans" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "billing_facts" (
	"tenant" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "billing_facts_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"subscription_id" text NOT NULL,
	"month" text NOT NULL,
	"billed" boolean NOT NULL,
	"paid" boolean NOT NULL,
	"effective_date" date NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"actor" text NOT NULL,
	CONSTRAINT "billing_facts_tenant_id_pk" PRIMARY KEY("tenant","id"),
	CONSTRAINT "month_possible" CHECK ("billing_facts"."month" ~ '^[0-9]{4}-(0[1-9]|1[0-2])$')
);
--> statement-breakpoint
ALTER TABLE "billing_facts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "plan_approvals" (
	"tenant" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "plan_approvals_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"plan_id" text NOT NULL,
	"composition_changed_on" date NOT NULL,
	"approved_by" text NOT NULL,
	"note" text NOT NULL,
	"approved_at" timestamp with time zone NOT NULL,
	CONSTRAINT "plan_approvals_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
ALTER TABLE "plan_approvals" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "vendor_events" (
	"tenant" text NOT NULL,
	"vendor" text NOT NULL,
	"event_id" text NOT NULL,
	"type" text NOT NULL,
	"subscription_id" text,
	"plan_id" text,
	"payload" jsonb NOT NULL,
	"effective_date" date NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	"outcome" text NOT NULL,
	CONSTRAINT "vendor_events_tenant_vendor_event_id_pk" PRIMARY KEY("tenant","vendor","event_id"),
	CONSTRAINT "one_subject" CHECK (num_nonnulls("vendor_events"."subscription_id", "vendor_events"."plan_id") = 1),
	CONSTRAINT "vendor_event_type_known" CHECK ("vendor_events"."type" in ('activated', 'assignedQuantity', 'planLifecycle', 'compositionChanged', 'expired')),
	CONSTRAINT "vendor_event_outcome_known" CHECK ("vendor_events"."outcome" in ('applied', 'superseded'))
);
--> statement-breakpoint
ALTER TABLE "vendor_events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
DROP INDEX "orders_awaiting";--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "published_by" text DEFAULT 'installation' NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "published_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "policies" ADD COLUMN "reason" text DEFAULT 'installation' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "vendor_lead_days" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "terms" text[] DEFAULT '{"monthly"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "activation_policy" text DEFAULT 'automatic' NOT NULL;--> statement-breakpoint
ALTER TABLE "products" ADD COLUMN "settings" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "skus" ADD COLUMN "plan_id" text;--> statement-breakpoint
ALTER TABLE "skus" ADD COLUMN "quantity_step" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "product_id" text;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "judged" jsonb;--> statement-breakpoint
ALTER TABLE "orders" ADD COLUMN "withdrawn_by" uuid;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "card_reference" text;--> statement-breakpoint
ALTER TABLE "subscription_history" ADD COLUMN "snapshot" jsonb;--> statement-breakpoint
ALTER TABLE "subscription_history" ADD COLUMN "effective_date" date;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "plan_id" text;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "options" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "term" text DEFAULT 'monthly' NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "period_start" date;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "period_end" date;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "auto_renewal_enabled" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "auto_renewal_frequency" text DEFAULT 'monthly' NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "expiration_date" date;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "expiration_notification_days" integer;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "units_per_licence" integer;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "managed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "first_order_date" date;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "activation_mode" text DEFAULT 'firstLogon' NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "activation_date" date;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "suspended_until" date;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "partner_id" text;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "last_increase_date" date;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD COLUMN "terminated_on" date;--> statement-breakpoint
ALTER TABLE "options" ADD CONSTRAINT "options_tenant_product_id_products_tenant_id_fk" FOREIGN KEY ("tenant","product_id") REFERENCES "public"."products"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plans" ADD CONSTRAINT "plans_tenant_product_id_products_tenant_id_fk" FOREIGN KEY ("tenant","product_id") REFERENCES "public"."products"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "billing_facts" ADD CONSTRAINT "billing_facts_subscription" FOREIGN KEY ("tenant","subscription_id") REFERENCES "public"."subscriptions"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_approvals" ADD CONSTRAINT "plan_approvals_tenant_plan_id_plans_tenant_id_fk" FOREIGN KEY ("tenant","plan_id") REFERENCES "public"."plans"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_events" ADD CONSTRAINT "vendor_events_subscription" FOREIGN KEY ("tenant","subscription_id") REFERENCES "public"."subscriptions"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "vendor_events" ADD CONSTRAINT "vendor_events_tenant_plan_id_plans_tenant_id_fk" FOREIGN KEY ("tenant","plan_id") REFERENCES "public"."plans"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "billing_facts_by_month" ON "billing_facts" USING btree ("tenant","subscription_id","month");--> statement-breakpoint
CREATE INDEX "plan_approvals_by_plan" ON "plan_approvals" USING btree ("tenant","plan_id","approved_at");--> statement-breakpoint
CREATE INDEX "vendor_events_by_subscription" ON "vendor_events" USING btree ("tenant","subscription_id","type","effective_at") WHERE subscription_id is not null;--> statement-breakpoint
CREATE INDEX "vendor_events_by_plan" ON "vendor_events" USING btree ("tenant","plan_id","type","effective_at") WHERE plan_id is not null;--> statement-breakpoint
ALTER TABLE "skus" ADD CONSTRAINT "skus_plan" FOREIGN KEY ("tenant","product_id","plan_id") REFERENCES "public"."plans"("tenant","product_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_tenant_product_id_products_tenant_id_fk" FOREIGN KEY ("tenant","product_id") REFERENCES "public"."products"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_plan" FOREIGN KEY ("tenant","product_id","plan_id") REFERENCES "public"."plans"("tenant","product_id","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "orders_open" ON "orders" USING btree ("tenant","subscription_id") WHERE state in ('scheduled', 'inProgress', 'held') or acknowledgement = 'awaiting';--> statement-breakpoint
CREATE INDEX "orders_withdrawn" ON "orders" USING btree ("tenant","withdrawn_by") WHERE withdrawn_by is not null;--> statement-breakpoint
CREATE INDEX "subscription_history_by_time" ON "subscription_history" USING btree ("tenant","subscription_id","effective_at","version");--> statement-breakpoint
CREATE INDEX "subscriptions_by_product" ON "subscriptions" USING btree ("tenant","account_id","product_id");--> statement-breakpoint
CREATE INDEX "subscriptions_by_vendor_name" ON "subscriptions" USING btree ("tenant","vendor_subscription_id");--> statement-breakpoint
CREATE INDEX "orders_awaiting" ON "orders" USING btree ("tenant","account_id","product_id") WHERE acknowledgement = 'awaiting';--> statement-breakpoint
ALTER TABLE "policies" ADD CONSTRAINT "version_positive" CHECK ("policies"."version" > 0);--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "vendor_lead_days_not_negative" CHECK ("products"."vendor_lead_days" >= 0);--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "terms_known" CHECK ("products"."terms" <@ array['monthly', 'annual'] and cardinality("products"."terms") > 0);--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "activation_policy_known" CHECK ("products"."activation_policy" in ('automatic', 'saasWithCode', 'onPremise'));--> statement-breakpoint
ALTER TABLE "products" ADD CONSTRAINT "settings_known" CHECK ("products"."settings" <@ array['unitsPerLicence', 'expirationDate', 'autoRenewal', 'expirationNotificationDays', 'managed']);--> statement-breakpoint
ALTER TABLE "skus" ADD CONSTRAINT "quantity_step_positive" CHECK ("skus"."quantity_step" > 0);--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "assigned_quantity_not_negative" CHECK ("subscriptions"."assigned_quantity" >= 0);--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "term_known" CHECK ("subscriptions"."term" in ('monthly', 'annual'));--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "period_in_order" CHECK ("subscriptions"."period_start" <= "subscriptions"."period_end");--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscription_state_known" CHECK ("subscriptions"."state" in ('pendingActivation', 'active', 'suspended', 'terminated', 'expired'));--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "auto_renewal_frequency_known" CHECK ("subscriptions"."auto_renewal_frequency" in ('monthly', 'annual'));--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "expiration_notification_days_not_negative" CHECK ("subscriptions"."expiration_notification_days" >= 0);--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "units_per_licence_positive" CHECK ("subscriptions"."units_per_licence" > 0);--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "activation_mode_known" CHECK ("subscriptions"."activation_mode" in ('firstLogon', 'onDate', 'code'));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "options" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "plans" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "billing_facts" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "plan_approvals" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "vendor_events" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));