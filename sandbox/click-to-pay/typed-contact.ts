import { z } from 'zod';

const typedEmail = z
  .string()
  .trim()
  .min(6)
  .max(320)
  .regex(/^[^\s@]+@[^\s@]+\.[^\s@]+$/);
/** International, 7 to 15 digits (E.164), however they are grouped. */
const typedMobile = z
  .string()
  .trim()
  .max(30)
  .regex(/^(\+|00)[\d ().-]+$/)
  .refine((typed) => /^[1-9]\d{6,14}$/.test(typed.replace(/^00/, '').replace(/\D/g, '')));

/** An e-mail address as somebody typed it, or nothing when it cannot be one. */
export function readEmail(typed: string | undefined): string | undefined {
  return typedEmail.safeParse(typed).data;
}

/** A mobile number with its country code as somebody typed it, or nothing when it cannot be one. */
export function readMobile(typed: string | undefined): string | undefined {
  return typedMobile.safeParse(typed).data;
}
