CREATE TABLE "audit_head" (
	"id" integer PRIMARY KEY NOT NULL,
	"seq" bigint NOT NULL,
	"hash" text NOT NULL,
	"key_id" text NOT NULL,
	"seal" text NOT NULL
);
--> statement-breakpoint
-- A chain that was begun before there was a head: adopted at its next event, which says so in the chain itself.
INSERT INTO "audit_head" ("id", "seq", "hash", "key_id", "seal")
SELECT 1, "seq", "hash", '', '' FROM "audit_events" ORDER BY "seq" DESC LIMIT 1;
