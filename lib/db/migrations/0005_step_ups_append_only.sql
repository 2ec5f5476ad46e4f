-- What sealed a consent is written once, like the consent itself (GD-01).
CREATE TRIGGER step_ups_append_only BEFORE UPDATE OR DELETE ON "step_ups" FOR EACH ROW EXECUTE FUNCTION refuse_change();
