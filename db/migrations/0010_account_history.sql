CREATE TABLE "account_history" (
	"tenant" text NOT NULL,
	"id" bigint GENERATED ALWAYS AS IDENTITY (sequence name "account_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"account_id" text NOT NULL,
	"actor" text NOT NULL,
	"reason" text NOT NULL,
	"before" jsonb NOT NULL,
	"after" jsonb NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "account_history_tenant_id_pk" PRIMARY KEY("tenant","id")
);
--> statement-breakpoint
ALTER TABLE "account_history" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "account_history" ADD CONSTRAINT "account_history_tenant_account_id_accounts_tenant_id_fk" FOREIGN KEY ("tenant","account_id") REFERENCES "public"."accounts"("tenant","id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "account_history_by_account" ON "account_history" USING btree ("tenant","account_id","id");--> statement-breakpoint
CREATE POLICY "of_this_tenant" ON "account_history" AS PERMISSIVE FOR ALL TO "changeover_api", "changeover_owner", "changeover_worker" USING (tenant = current_setting('app.tenant', true)) WITH CHECK (tenant = current_setting('app.tenant', true));--> statement-breakpoint
ALTER TABLE "account_history" OWNER TO changeover_owner;--> statement-breakpoint
ALTER TABLE "account_history" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
GRANT SELECT, INSERT ON "account_history" TO changeover_api, changeover_worker;--> statement-breakpoint
GRANT UPDATE (name) ON "accounts" TO changeover_api;
