ALTER TABLE "skus" ALTER COLUMN "plan_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "product_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" ALTER COLUMN "judged" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription_history" ALTER COLUMN "snapshot" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "subscription_history" ALTER COLUMN "effective_date" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ALTER COLUMN "plan_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ALTER COLUMN "period_start" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ALTER COLUMN "period_end" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "subscriptions" ALTER COLUMN "first_order_date" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "orders" DROP COLUMN "previous_quantity";--> statement-breakpoint
ALTER TABLE "subscription_history" DROP COLUMN "quantity";--> statement-breakpoint
ALTER TABLE "subscription_history" DROP COLUMN "state";