ALTER TABLE "orders" DROP CONSTRAINT "orders_tenant_subscription_id_subscriptions_tenant_id_fk";
