import { and, eq } from 'drizzle-orm'
import type { Transaction } from '#db/client.ts'
import { dispositifLetter } from '#db/schema/dispositifs/follow-up.ts'
import type { StaffContext } from '#server/kernel/context.ts'
import { same } from './same.ts'
import type { SharedTemplate } from './shared-template.schema.ts'

type Letters = SharedTemplate['letters']

/** Letters follow the template where the network left them as it took them, ready-made ones among them. */
export async function followLetters(
  tx: Transaction,
  ctx: StaffContext,
  id: string,
  base: Letters,
  theirs: Letters,
) {
  const { networkId, dispositifId, key, subject, body } = dispositifLetter
  const own = await tx
    .select({ key, subject, body })
    .from(dispositifLetter)
    .where(and(eq(networkId, ctx.network.id), eq(dispositifId, id)))
  const keys = new Set([...base, ...theirs].map((one) => one.key))
  for (const letter of keys) {
    const [was, has, is] = [base, own as Letters, theirs].map((all) => all.find((one) => one.key === letter))
    if (!same(was, has) || same(was, is)) continue
    const thisOne = and(eq(networkId, ctx.network.id), eq(dispositifId, id), eq(key, letter))
    if (!is) {
      await tx.delete(dispositifLetter).where(thisOne)
      continue
    }
    const set = { ...is, accountId: ctx.account.id, updatedAt: ctx.clock.now() }
    await tx
      .insert(dispositifLetter)
      .values({ networkId: ctx.network.id, dispositifId: id, ...set })
      .onConflictDoUpdate({ target: [networkId, dispositifId, key], set })
  }
}
