import { z } from 'zod'
import { emailAddress } from '#server/identity/public.ts'
import { readWith } from '../follow-up/sent-follow-up.server.ts'

const invited = z.strictObject({ email: emailAddress })

/** The address of who is invited to act for a sponsor. */
export const readInvited = (form: FormData): string => {
  const typed = String(form.get('email') ?? '')
  return readWith(invited, { email: typed }).email
}
