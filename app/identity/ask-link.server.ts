import type { ActionFunctionArgs } from '@remix-run/node'
import { z } from 'zod'
import { emailAddress } from '#server/identity/account/profile.schema.ts'
import { MINUTES, type Purpose } from '#server/identity/door/links.server.ts'
import { ownPath } from '#server/identity/door/own-path.ts'
import { askLink } from '#server/identity/door/send-link.server.ts'
import { submitted } from '../guard.server.ts'
import { fieldFaults, refusedFields, typedIn } from './refusal.server.ts'

const input = z.object({ email: emailAddress })

/** Both pages that send a link: the answer is the same whoever the address belongs to. */
export async function askLinkAction(args: ActionFunctionArgs, purpose: Purpose) {
  const form = await submitted(args)
  const typed = typedIn(form, 'email', 'retour')
  const parsed = input.safeParse(typed)
  if (!parsed.success) return refusedFields(typed, fieldFaults(parsed.error))
  askLink(args.context.context, purpose, parsed.data.email, ownPath(typed.retour, ''))
  return { sent: { email: parsed.data.email, minutes: MINUTES[purpose] } }
}
