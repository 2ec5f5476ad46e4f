CREATE TABLE "step_ups" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"enrollment_id" text NOT NULL,
	"consent_id" text NOT NULL,
	"session_hash" text NOT NULL,
	"method" text NOT NULL,
	"rule" text NOT NULL,
	"passkey_id" text,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "consents" ADD COLUMN "step_up_rule" text;--> statement-breakpoint
CREATE INDEX "step_ups_customer" ON "step_ups" USING btree ("customer_id","at");