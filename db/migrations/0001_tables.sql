CREATE TABLE "policies" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"version" integer NOT NULL,
	"effective_from" date NOT NULL,
	"rules" jsonb NOT NULL,
	CONSTRAINT "policies_tenant_id_version_pk" PRIMARY KEY("tenant","id","version")
);
--> statement-breakpoint
ALTER TABLE "policies" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "products" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"vendor" text NOT NULL,
	"time_zone" text NOT NULL,
	"policy_id" text NOT NULL,
	"unit_one" text NOT NULL,
	"unit_many" text NOT NULL,
	CONSTRAINT "products_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
ALTER TABLE "products" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "skus" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"product_id" text NOT NULL,
	"name" text NOT NULL,
	"minimum_quantity" integer,
	"maximum_quantity" integer,
	CONSTRAINT "skus_tenant_id_pk" PRIMARY KEY("tenant","id"),
	CONSTRAINT "quantity_range" CHECK ("skus"."minimum_quantity" <= "skus"."maximum_quantity")
);
--> statement-breakpoint
ALTER TABLE "skus" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "tenants" (
	"tenant" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"support_contact" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "tenants" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "events" (
	"tenant" text NOT NULL,
	"xid" "xid8" DEFAULT pg_current_xact_id() NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "events_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" text NOT NULL,
	"type" text NOT NULL,
	"order_id" uuid NOT NULL,
	"subscription_id" text NOT NULL,
	"state" text NOT NULL,
	"acknowledgement" text NOT NULL,
	"order_version" integer NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "events_tenant_xid_id_pk" PRIMARY KEY("tenant","xid","id")
);
--> statement-breakpoint
ALTER TABLE "events" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "order_history" (
	"tenant" text NOT NULL,
	"order_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"state" text NOT NULL,
	"acknowledgement" text NOT NULL,
	"actor" text NOT NULL,
	"reason" text NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "order_history_tenant_order_id_version_pk" PRIMARY KEY("tenant","order_id","version")
);
--> statement-breakpoint
ALTER TABLE "order_history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "orders" (
	"tenant" text NOT NULL,
	"id" uuid NOT NULL,
	"account_id" text NOT NULL,
	"subscription_id" text NOT NULL,
	"type" text NOT NULL,
	"state" text NOT NULL,
	"request" jsonb NOT NULL,
	"request_hash" text NOT NULL,
	"submitted_by" text NOT NULL,
	"submitted_role" text NOT NULL,
	"submitted_at" timestamp with time zone NOT NULL,
	"decision" jsonb NOT NULL,
	"decided_state" text NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"decision_date" date NOT NULL,
	"effective_date" date,
	"previous_quantity" integer NOT NULL,
	"finished_at" timestamp with time zone,
	"failure_code" text,
	"failure_message" text,
	"acknowledgement" text DEFAULT 'notRequired' NOT NULL,
	"notice" jsonb,
	"notice_hash" text,
	"acknowledged_at" timestamp with time zone,
	"acknowledged_by" text,
	"acknowledged_channel" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "orders_tenant_id_pk" PRIMARY KEY("tenant","id"),
	CONSTRAINT "state_known" CHECK ("orders"."state" in ('rejected', 'scheduled', 'inProgress', 'held', 'completed', 'failed', 'cancelled')),
	CONSTRAINT "acknowledgement_known" CHECK ("orders"."acknowledgement" in ('notRequired', 'awaiting', 'acknowledged', 'waived'))
);
--> statement-breakpoint
ALTER TABLE "orders" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "accounts" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"name" text NOT NULL,
	"contact_email" text NOT NULL,
	CONSTRAINT "accounts_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
ALTER TABLE "accounts" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscription_history" (
	"tenant" text NOT NULL,
	"subscription_id" text NOT NULL,
	"version" integer NOT NULL,
	"order_id" uuid,
	"actor" text NOT NULL,
	"reason" text NOT NULL,
	"quantity" integer NOT NULL,
	"state" text NOT NULL,
	"effective_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "subscription_history_tenant_subscription_id_version_pk" PRIMARY KEY("tenant","subscription_id","version")
);
--> statement-breakpoint
ALTER TABLE "subscription_history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"tenant" text NOT NULL,
	"id" text NOT NULL,
	"account_id" text NOT NULL,
	"product_id" text NOT NULL,
	"sku_id" text NOT NULL,
	"vendor_subscription_id" text NOT NULL,
	"quantity" integer NOT NULL,
	"assigned_quantity" integer,
	"state" text NOT NULL,
	"trial" boolean DEFAULT false NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "subscriptions_tenant_id_pk" PRIMARY KEY("tenant","id"),
	CONSTRAINT "quantity_positive" CHECK ("subscriptions"."quantity" > 0)
);
--> statement-breakpoint
ALTER TABLE "subscriptions" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "skus" ADD CONSTRAINT "skus_tenant_product_id_products_tenant_id_fk" FOREIGN KEY ("tenant","product_id") REFERENCES "public"."products"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "order_history" ADD CONSTRAINT "order_history_tenant_order_id_orders_tenant_id_fk" FOREIGN KEY ("tenant","order_id") REFERENCES "public"."orders"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "orders" ADD CONSTRAINT "orders_tenant_subscription_id_subscriptions_tenant_id_fk" FOREIGN KEY ("tenant","subscription_id") REFERENCES "public"."subscriptions"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_tenant_account_id_accounts_tenant_id_fk" FOREIGN KEY ("tenant","account_id") REFERENCES "public"."accounts"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_tenant_product_id_products_tenant_id_fk" FOREIGN KEY ("tenant","product_id") REFERENCES "public"."products"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_tenant_sku_id_skus_tenant_id_fk" FOREIGN KEY ("tenant","sku_id") REFERENCES "public"."skus"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "events_by_account" ON "events" USING btree ("tenant","account_id","xid","id");--> statement-breakpoint
CREATE UNIQUE INDEX "orders_one_at_work" ON "orders" USING btree ("tenant","subscription_id") WHERE state in ('inProgress', 'held');--> statement-breakpoint
CREATE INDEX "orders_newest_first" ON "orders" USING btree ("tenant","submitted_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_subscription" ON "orders" USING btree ("tenant","subscription_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "orders_by_account" ON "orders" USING btree ("tenant","account_id","submitted_at","id");--> statement-breakpoint
CREATE INDEX "orders_awaiting" ON "orders" USING btree ("tenant","subscription_id") WHERE acknowledgement = 'awaiting';--> statement-breakpoint
CREATE INDEX "subscriptions_by_account" ON "subscriptions" USING btree ("tenant","account_id","id");--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "policies" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "products" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "skus" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "tenants" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "events" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "order_history" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "orders" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "accounts" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "subscription_history" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "subscriptions" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));