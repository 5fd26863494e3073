-- Roles belong to the whole cluster, so another database of it may already have made them, perhaps at this moment.
DO $$
DECLARE role_name text;
BEGIN
  FOREACH role_name IN ARRAY ARRAY['changeover_owner', 'changeover_api', 'changeover_worker'] LOOP
    BEGIN
      IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = role_name) THEN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOBYPASSRLS', role_name);
      END IF;
    EXCEPTION WHEN duplicate_object OR unique_violation THEN
      NULL;
    END;
    -- Who creates a role without being superuser may administer it, but from Postgres 16 on not act as it until granted.
    IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN
      BEGIN
        EXECUTE format('GRANT %I TO %I', role_name, current_user);
      EXCEPTION WHEN insufficient_privilege THEN
        -- Somebody else made the roles; being a member is enough.
        IF NOT pg_has_role(current_user, role_name, 'MEMBER') THEN
          RAISE;
        END IF;
      END;
    END IF;
  END LOOP;
END $$;
--> statement-breakpoint
GRANT USAGE, CREATE ON SCHEMA public TO changeover_owner;
--> statement-breakpoint
GRANT USAGE ON SCHEMA public TO changeover_api, changeover_worker;
