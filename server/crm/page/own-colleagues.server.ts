import { type ColleagueInput, colleaguesOf, inviteColleague } from '#server/identity/public.ts'
import type { Context } from '#server/kernel/context.ts'
import { countSending } from '#server/kernel/sender/sender-check.server.ts'
import { keeping, readingKept } from './keeper.server.ts'
import { rulesOf } from './page-rules.server.ts'

export async function getOwnColleagues(ctx: Context, id: string) {
  return readingKept(ctx, id, async (tx, keeper, row) => ({
    name: row.name,
    colleagues: await colleaguesOf(tx, keeper, id),
    needsTeam: (await rulesOf(tx, keeper)).colleaguesAccepted,
  }))
}

/** A colleague for the same organisation; nobody writes to hundreds of addresses from here. */
export async function inviteOwnColleague(ctx: Context, id: string, input: ColleagueInput) {
  await countSending(ctx, ctx.account?.email ?? '', id)
  return keeping(ctx, id, async (tx, keeper, row) =>
    inviteColleague(tx, keeper, input, {
      organisation: { id, name: row.name },
      needsTeam: (await rulesOf(tx, keeper)).colleaguesAccepted,
    }),
  )
}
