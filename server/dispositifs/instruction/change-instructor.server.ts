import { and, eq, isNull } from 'drizzle-orm'
import { inNetwork, type Transaction } from '#db/client.ts'
import { instructor } from '#db/schema/dispositifs/jury.ts'
import { account } from '#db/schema/identity.ts'
import { endRole } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { notFound } from '#server/kernel/errors.ts'
import { demand } from '#server/kernel/permissions.ts'
import { changedMeanwhile } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import { demandOrganisation } from './add-instructor.server.ts'
import type { InstructorInput } from './instructor.schema.ts'
import { passOnAll } from './pass-on.server.ts'

const thisOne = (ctx: StaffContext, id: string) =>
  and(eq(instructor.networkId, ctx.network.id), eq(instructor.id, id), isNull(instructor.endedAt))

async function lockInstructor(tx: Transaction, ctx: StaffContext, id: string) {
  const [row] = await tx.select().from(instructor).where(thisOne(ctx, id)).for('update')
  if (!row) throw notFound()
  return row
}

/** The address stays: it is by it that they come in. */
export async function changeInstructor(ctx: Context, id: string, version: number, input: InstructorInput) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockInstructor(tx, ctx, id)
    if (before.version !== version) throw changedMeanwhile(before.version)
    await demandOrganisation(tx, ctx, input.organisationId)
    await tx
      .update(instructor)
      .set({ ...input, email: before.email, version: version + 1, updatedAt: ctx.clock.now() })
      .where(thisOne(ctx, id))
    await record(tx, ctx, { action: 'instructor.changed', objectType: 'instructor', objectId: id })
  })
}

/** The one they were invited by, and that of their account today. */
async function addressesOf(
  tx: Transaction,
  { email, accountId }: { email: string; accountId: string | null },
) {
  if (!accountId) return [email]
  const [own] = await tx.select({ email: account.email }).from(account).where(eq(account.id, accountId))
  return [...new Set([email, ...(own ? [own.email] : [])])]
}

/** Out of the pool: nothing is open to them from their next click on, and others read what they had not. */
export async function endInstructor(ctx: Context, id: string) {
  demand(ctx, dispositifs['jury:manage'])
  await inNetwork(ctx, async (tx) => {
    const before = await lockInstructor(tx, ctx, id)
    await tx
      .update(instructor)
      .set({ endedAt: ctx.clock.now(), endedBy: ctx.account.id, updatedAt: ctx.clock.now() })
      .where(thisOne(ctx, id))
    for (const email of await addressesOf(tx, before)) await endRole(tx, ctx, email, 'juror')
    await passOnAll(tx, ctx, id)
    await record(tx, ctx, {
      action: 'instructor.ended',
      objectType: 'instructor',
      objectId: id,
      changes: { person: before.name },
    })
  })
}
