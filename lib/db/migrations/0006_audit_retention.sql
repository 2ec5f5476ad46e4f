-- Written once also means: not emptied as a whole (OP-02).
CREATE TRIGGER audit_events_no_truncate BEFORE TRUNCATE ON "audit_events" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER consents_no_truncate BEFORE TRUNCATE ON "consents" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
CREATE TRIGGER step_ups_no_truncate BEFORE TRUNCATE ON "step_ups" FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
--> statement-breakpoint
-- After twelve months the content of an audit entry may be removed, and nothing but the whole content; place, time and hashes stay (decisions 16; GD-03).
CREATE FUNCTION refuse_audit_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE' AND OLD.at < now() - interval '12 months'
    AND (NEW.seq, NEW.at, NEW.previous_hash, NEW.hash) = (OLD.seq, OLD.at, OLD.previous_hash, OLD.hash)
    AND (NEW.actor, NEW.action, NEW.outcome, NEW.detail) = ('', '', '', '{}'::jsonb)
    AND NEW.session_hash IS NULL AND NEW.object IS NULL AND NEW.address IS NULL
  THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
--> statement-breakpoint
DROP TRIGGER audit_events_append_only ON "audit_events";
--> statement-breakpoint
CREATE TRIGGER audit_events_append_only BEFORE UPDATE OR DELETE ON "audit_events" FOR EACH ROW EXECUTE FUNCTION refuse_audit_change();
