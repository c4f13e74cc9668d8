import { inNetwork } from '#db/client.ts'
import type { Context } from '#server/kernel/context.ts'
import { demand } from '#server/kernel/permissions.ts'
import { choicesOf, writeChoices } from './choices.server.ts'
import { type Choice, choiceFor, type NoticeKind } from './notice-kind.ts'
import { notifications } from './permissions.ts'

export async function readChoices(ctx: Context, kinds: NoticeKind[]): Promise<Choice[]> {
  demand(ctx, notifications['notification:read'])
  const chosen = await inNetwork(ctx, (tx) => choicesOf(tx, ctx.network.id, ctx.account.id))
  return kinds.map(({ kind }) => ({ kind, ...choiceFor(kind, chosen) }))
}

export async function chooseNotices(ctx: Context, choices: Choice[]) {
  demand(ctx, notifications['notification:read'])
  await inNetwork(ctx, (tx) => writeChoices(tx, ctx.network.id, ctx.account.id, choices))
}
