import type { SentForm } from '#server/kernel/sender/sender-check.server.ts'

/** What `PersonCheck` put in the form. */
export const sentFormOf = (form: FormData): SentForm => ({
  trap: String(form.get('complement') ?? ''),
  opened: String(form.get('ouvert') ?? ''),
})
