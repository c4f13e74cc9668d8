import { sql } from 'drizzle-orm'
import { v7 } from 'uuid'
import { inNetwork, type Transaction } from '#db/client.ts'
import { instructor } from '#db/schema/dispositifs/jury.ts'
import { grantInForce, writeInvitation } from '#server/identity/public.ts'
import { record } from '#server/kernel/audit.ts'
import type { Context, StaffContext } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { inPool, notOfNetwork } from '../errors.ts'
import { dispositifs } from '../permissions.ts'
import type { InstructorInput } from './instructor.schema.ts'

/** Somebody of the pool; who has no access yet is invited to one. */
export async function addInstructor(ctx: Context, input: InstructorInput): Promise<{ id: string }> {
  demand(ctx, dispositifs['jury:manage'])
  return inNetwork(ctx, async (tx) => {
    await demandOrganisation(tx, ctx, input.organisationId)
    const { rows } = await tx.execute<{ id: string; juror: boolean }>(sql`
      select a.id, exists (select from account_grant g where g.network_id = ${ctx.network.id} and g.account_id = a.id
        and g.role = 'juror' and ${grantInForce(ctx)}) as juror
      from account a where a.email = ${input.email}`)
    const id = v7()
    const now = ctx.clock.now()
    const added = await tx
      .insert(instructor)
      .values({
        ...{ networkId: ctx.network.id, id, ...input, accountId: rows[0]?.id ?? null },
        ...{ createdAt: now, updatedAt: now },
      })
      .onConflictDoNothing()
      .returning({ id: instructor.id })
    if (added.length === 0) throw inPool()
    if (!rows[0]?.juror)
      await writeInvitation(tx, ctx, { email: input.email, role: 'juror', locale: ctx.locale }, ctx.account)
    await record(tx, ctx, {
      action: 'instructor.added',
      objectType: 'instructor',
      objectId: id,
      changes: { person: input.name },
    })
    return { id }
  })
}

export async function demandOrganisation(tx: Transaction, ctx: StaffContext, id: string | null) {
  if (!id) return
  const { rows } = await tx.execute(
    sql`select 1 from organisation where network_id = ${ctx.network.id} and id = ${id}`,
  )
  if (rows.length === 0) throw notOfNetwork('organisationId')
}
