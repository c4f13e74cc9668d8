import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { organisation } from '#db/schema/crm.ts'
import { representationRequest } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { queueMail } from '#server/kernel/mail/queue-mail.server.ts'
import { nameOf } from '#server/kernel/networks.ts'
import { demand } from '#server/kernel/permissions.ts'
import { representationMail } from '../mails/representation-mail.tsx'
import { identity } from '../permissions.ts'
import { endRepresentationOf, representativesOf } from './end-representation.server.ts'
import { askedByAPerson } from './find-requests.server.ts'
import { makeRepresentative, personOf } from './make-representative.server.ts'

export type Decision = { accepted: true; takesOver: boolean } | { accepted: false; reason: string }

/**
 * The team agrees or not. When the new representative takes over, the former keep nothing: the page and
 * its files stay with the organisation. Of two decisions at once, one stands.
 */
export async function decideRepresentation(ctx: Context, id: string, decision: Decision) {
  demand(ctx, identity['representative:manage'])
  return inNetwork(ctx, async (tx) => {
    const request = await close(tx, ctx, id, decision)
    if (decision.accepted) {
      const former = decision.takesOver ? await representativesOf(tx, ctx, request.organisationId) : []
      for (const one of former) await endRepresentationOf(tx, ctx, one.grantId, request.organisationId)
      await makeRepresentative(tx, ctx, request, [request.organisationId])
    }
    await record(tx, ctx, {
      action: decision.accepted ? 'representation.accepted' : 'representation.refused',
      objectType: 'organisation',
      objectId: request.organisationId,
      changes: decision.accepted ? { takesOver: decision.takesOver } : { reason: decision.reason },
    })
    await answer(tx, ctx, request, decision)
  })
}

type Request = typeof representationRequest.$inferSelect

async function close(tx: Transaction, ctx: StaffContext, id: string, decision: Decision): Promise<Request> {
  const [request] = await tx
    .update(representationRequest)
    .set({
      decidedAt: ctx.clock.now(),
      decidedBy: ctx.account.id,
      decision: decision.accepted ? 'accepted' : 'refused',
      reason: decision.accepted ? null : decision.reason,
    })
    .where(
      and(
        eq(representationRequest.networkId, ctx.network.id),
        eq(representationRequest.id, id),
        isNull(representationRequest.decidedAt),
        askedByAPerson,
      ),
    )
    .returning()
  if (!request) throw notFound()
  return request
}

async function answer(tx: Transaction, ctx: StaffContext, request: Request, decision: Decision) {
  const { network } = ctx
  const person = await personOf(tx, request)
  // Whoever has no account yet is written to by the invitation, which opens one.
  if (decision.accepted && !person.id) return
  const [asked] = await tx
    .select({ name: organisation.name })
    .from(organisation)
    .where(and(eq(organisation.networkId, network.id), eq(organisation.id, request.organisationId)))
  await queueMail(tx, representationMail, {
    to: person.email,
    locale: person.locale,
    networkId: network.id,
    props: {
      network: nameOf(network),
      organisation: asked!.name,
      accepted: decision.accepted,
      reason: decision.accepted ? '' : decision.reason,
      link: `/${network.slug}/${decision.accepted ? 'espace' : ''}`,
    },
  })
}
