CREATE TABLE "asset_cache" (
	"asset_id" text PRIMARY KEY NOT NULL,
	"type" text,
	"bytes" "bytea",
	"fetched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "audit_events" (
	"seq" bigint PRIMARY KEY NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"actor" text NOT NULL,
	"session_hash" text,
	"action" text NOT NULL,
	"object" text,
	"outcome" text NOT NULL,
	"address" text,
	"detail" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"previous_hash" text NOT NULL,
	"hash" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "cards" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"product" text NOT NULL,
	"name" text NOT NULL,
	"pan_sealed" "bytea" NOT NULL,
	"pan_key_id" text NOT NULL,
	"pan_lookup" text NOT NULL,
	"last4" text NOT NULL,
	"account_range" text NOT NULL,
	"expiry_month" integer,
	"expiry_year" integer,
	"status" text NOT NULL,
	"note" text,
	"position" integer DEFAULT 0 NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "cards_pan_lookup_unique" UNIQUE("pan_lookup")
);
--> statement-breakpoint
CREATE TABLE "challenges" (
	"id" text PRIMARY KEY NOT NULL,
	"enrollment_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"binding" text NOT NULL,
	"code_hash" text NOT NULL,
	"tries_left" integer NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "consents" (
	"id" text PRIMARY KEY NOT NULL,
	"enrollment_id" text NOT NULL,
	"customer_id" text NOT NULL,
	"session_hash" text NOT NULL,
	"text" text NOT NULL,
	"version" text NOT NULL,
	"text_hash" text NOT NULL,
	"locale" text NOT NULL,
	"token_requestor_id" text NOT NULL,
	"card_ids" jsonb NOT NULL,
	"fields" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "customers" (
	"id" text PRIMARY KEY NOT NULL,
	"username" text NOT NULL,
	"password_hash" text,
	"oidc_subject" text,
	"given_name" text NOT NULL,
	"family_name" text NOT NULL,
	"address_line1" text,
	"address_line2" text,
	"city" text,
	"country_subdivision" text,
	"postal_code" text,
	"country" text NOT NULL,
	"email" text,
	"mobile_dial_in_code" text,
	"mobile_number" text,
	"locale" text NOT NULL,
	"clock_offset_ms" bigint DEFAULT 0 NOT NULL,
	"banner_dismissed_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "customers_username_unique" UNIQUE("username"),
	CONSTRAINT "customers_oidc_subject_unique" UNIQUE("oidc_subject")
);
--> statement-breakpoint
CREATE TABLE "demo_messages" (
	"id" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"text" text NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrollment_cards" (
	"id" text PRIMARY KEY NOT NULL,
	"enrollment_id" text NOT NULL,
	"card_id" text NOT NULL,
	"position" integer NOT NULL,
	"push_account_id" text,
	"receipt" text,
	"outcome" text NOT NULL,
	"source" text,
	"reason_code" text,
	"token_unique_reference" text,
	"outcome_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "enrollment_events" (
	"seq" bigserial PRIMARY KEY NOT NULL,
	"enrollment_id" text NOT NULL,
	"event" text NOT NULL,
	"from_state" text,
	"to_state" text NOT NULL,
	"detail" jsonb,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "enrollments" (
	"id" text PRIMARY KEY NOT NULL,
	"reference" text NOT NULL,
	"customer_id" text NOT NULL,
	"state" text NOT NULL,
	"version" integer NOT NULL,
	"token_requestor_id" text NOT NULL,
	"token_requestor_name" text NOT NULL,
	"image_asset_id" text,
	"is_click_to_pay" boolean NOT NULL,
	"shared_fields" jsonb,
	"consent_id" text,
	"locale" text NOT NULL,
	"request_id" text,
	"attempt" integer DEFAULT 0 NOT NULL,
	"pushed_at" timestamp with time zone,
	"hand_off_sealed" "bytea",
	"destination_host" text,
	"receipts_expire_at" timestamp with time zone,
	"flow_hash" text,
	"left_at" timestamp with time zone,
	"reported_at" timestamp with time zone,
	"failure" text,
	"late_result_at" timestamp with time zone,
	"created_at" timestamp with time zone NOT NULL,
	"updated_at" timestamp with time zone NOT NULL,
	CONSTRAINT "enrollments_reference_unique" UNIQUE("reference")
);
--> statement-breakpoint
CREATE TABLE "parked_returns" (
	"flow_hash" text PRIMARY KEY NOT NULL,
	"query_sealed" "bytea" NOT NULL,
	"at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id_hash" text PRIMARY KEY NOT NULL,
	"customer_id" text NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"last_active_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	"user_agent" text,
	"address" text
);
--> statement-breakpoint
CREATE TABLE "sign_in_failures" (
	"subject" text PRIMARY KEY NOT NULL,
	"failures" integer NOT NULL,
	"first_at" timestamp with time zone NOT NULL,
	"blocked_until" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "token_requestor_cache" (
	"ranges_hash" text PRIMARY KEY NOT NULL,
	"answer" jsonb NOT NULL,
	"fetched_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "cards" ADD CONSTRAINT "cards_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "challenges" ADD CONSTRAINT "challenges_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "demo_messages" ADD CONSTRAINT "demo_messages_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_cards" ADD CONSTRAINT "enrollment_cards_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_cards" ADD CONSTRAINT "enrollment_cards_card_id_cards_id_fk" FOREIGN KEY ("card_id") REFERENCES "public"."cards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollment_events" ADD CONSTRAINT "enrollment_events_enrollment_id_enrollments_id_fk" FOREIGN KEY ("enrollment_id") REFERENCES "public"."enrollments"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrollments" ADD CONSTRAINT "enrollments_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_customer_id_customers_id_fk" FOREIGN KEY ("customer_id") REFERENCES "public"."customers"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "cards_customer" ON "cards" USING btree ("customer_id");--> statement-breakpoint
CREATE INDEX "challenges_enrollment" ON "challenges" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "demo_messages_customer" ON "demo_messages" USING btree ("customer_id","at");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_cards_receipt" ON "enrollment_cards" USING btree ("receipt");--> statement-breakpoint
CREATE UNIQUE INDEX "enrollment_cards_once" ON "enrollment_cards" USING btree ("enrollment_id","card_id");--> statement-breakpoint
CREATE INDEX "enrollment_cards_card" ON "enrollment_cards" USING btree ("card_id");--> statement-breakpoint
CREATE INDEX "enrollment_events_enrollment" ON "enrollment_events" USING btree ("enrollment_id");--> statement-breakpoint
CREATE INDEX "enrollments_customer" ON "enrollments" USING btree ("customer_id","updated_at");--> statement-breakpoint
CREATE INDEX "enrollments_state" ON "enrollments" USING btree ("state","receipts_expire_at");--> statement-breakpoint
CREATE INDEX "sessions_customer" ON "sessions" USING btree ("customer_id");