import { isDeepStrictEqual } from 'node:util'
import { and, eq } from 'drizzle-orm'
import { inNetwork } from '#db/client.ts'
import { accountGrant } from '#db/schema/identity.ts'
import { record } from '#server/kernel/audit.ts'
import { today } from '#server/kernel/clock.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { pastDate } from '../errors.ts'
import { identity } from '../permissions.ts'
import type { GrantInput } from './change-grant.schema.ts'
import { grantToChange, keepAnAdmin } from './grant-to-change.server.ts'
import { tellOfAccess } from './tell-of-access.server.ts'

/** What a member of the team does, which missions a grant is limited to, until when it runs. */
export async function changeGrant(ctx: Context, grantId: string, input: GrantInput) {
  demand(ctx, identity['team:manage'])
  if (input.endsOn && input.endsOn < today(ctx.clock, ctx.network.timeZone)) throw pastDate()
  return inNetwork(ctx, async (tx) => {
    const grant = await grantToChange(tx, ctx, grantId)
    const profile = grant.role === 'staff' ? (input.profile ?? 'mission') : null
    const { missions, endsOn } = input
    const from = { profile: grant.profile, missions: grant.missions, endsOn: grant.endsOn }
    const to = { profile, missions, endsOn }
    if (isDeepStrictEqual(from, to)) return
    // An end that will come is an end: somebody else must be there by then.
    if (endsOn && !grant.endsOn) await keepAnAdmin(tx, ctx, grant)
    await tx
      .update(accountGrant)
      .set(to)
      .where(and(eq(accountGrant.networkId, ctx.network.id), eq(accountGrant.id, grantId)))
    await record(tx, ctx, {
      action: 'grant.changed',
      objectType: 'grant',
      objectId: grantId,
      changes: {
        profile: { from: from.profile, to: profile },
        missions: { from: from.missions, to: missions },
        endsOn: { from: from.endsOn, to: endsOn },
      },
    })
    await tellOfAccess(tx, ctx, grant.accountId, 'changed')
  })
}
